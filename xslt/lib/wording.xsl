<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the registers and of the finding pages in English, German, French and Russian. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- As in lib/labels.xsl, whose functions fill them in; an edition's own words go into ed:own-labels. -->
  <xsl:variable name="ed:finding-labels" as="map(xs:string, xs:string+)" select="map {
    'entries': ('{1} entry|{1} entries', '{1} Eintrag|{1} Einträge', '{1} entrée|{1} entrées', '{1} статья|{1} статьи|{1} статей'),
    'by-group': ('{1}, by group', '{1}, nach Gruppen', '{1}, par groupes', '{1}, по группам'),
    'body': ('Bodies', 'Körperschaften', 'Institutions', 'Учреждения'),
    'group': ('Groups', 'Gruppen', 'Groupes', 'Группы'),
    'archive': ('Archives', 'Archive', 'Archives', 'Архивы'),
    'publisher': ('Publishers', 'Verlage', 'Éditeurs', 'Издательства'),
    'others': ('Others', 'Andere', 'Autres', 'Прочие'), 'undated': ('Undated', 'Undatiert', 'Sans date', 'Без даты'),
    'decade': ('The {1}s', '{1}er Jahre', 'Années {1}', '{1}-е годы'),
    'also': ('Also {1}', 'Auch {1}', 'Aussi {1}', 'Также {1}'),
    'coordinates': ('Latitude {1}, longitude {2}', 'Breite {1}, Länge {2}', 'Latitude {1}, longitude {2}', 'Широта {1}, долгота {2}'),
    'evidence': ('Evidence', 'Beleg', 'Preuve', 'Основание'),
    'unmentioned': ('Not mentioned in the text.', 'Im Text nicht genannt.', 'Non mentionné dans le texte.', 'В тексте не упоминается.'),
    'in-context': ('In context', 'Im Zusammenhang', 'En contexte', 'В контексте'), 'n.': ('n.', 'Anm.', 'n.', 'прим.'),
    'as-data': ('As data:', 'Als Daten:', 'En données&#x202F;:', 'Данные:'),
    'nodes-and-links': ('nodes and links (JSON)', 'Knoten und Kanten (JSON)', 'nœuds et liens (JSON)', 'узлы и связи (JSON)'),
    'filter': ('Filter', 'Filtern', 'Filtrer', 'Отбор'),
    'sort': ('Sort by', 'Ordnen nach', 'Trier par', 'Порядок'),
    'by-name': ('name', 'Name', 'nom', 'по имени'),
    'by-mentions': ('number of mentions', 'Zahl der Nennungen', 'nombre de mentions', 'по числу упоминаний'),
    'by-first': ('first mention', 'erster Nennung', 'première mention', 'по первому упоминанию'),
    'by-date': ('date', 'Datum', 'date', 'по дате'),
    'shown': ('{1} of {2} shown', '{1} von {2} gezeigt', '{1} sur {2}', 'показано {1} из {2}'),

    'dates-in-text': ('{1} date in the text|{1} dates in the text', '{1} Datum im Text|{1} Daten im Text',
                      '{1} date dans le texte|{1} dates dans le texte', '{1} дата в тексте|{1} даты в тексте|{1} дат в тексте'),
    'dated-events': ('{1} dated event|{1} dated events', '{1} datiertes Ereignis|{1} datierte Ereignisse',
                     '{1} événement daté|{1} événements datés', '{1} датированное событие|{1} датированных события|{1} датированных событий'),
    'account': ('Dates of the account', 'Daten der Darstellung', 'Dates du récit', 'Даты изложения'),
    'citations': ('Dates in citations', 'Daten in Nachweisen', 'Dates dans les références', 'Даты в ссылках'),
    'earliest': ('earliest {1}', 'frühestens {1}', 'au plus tôt {1}', 'не раньше {1}'),
    'latest': ('latest {1}', 'spätestens {1}', 'au plus tard {1}', 'не позже {1}'),
    'timeline': ('The events in time', 'Die Ereignisse in der Zeit', 'Les événements dans le temps', 'События во времени'),
    'timeline-says': ('{1}, from {2} to {3}, and below them the dates that the text names. The lists below hold them all.',
                      '{1}, von {2} bis {3}, darunter die Daten, die der Text nennt. Die Listen unten enthalten alle.',
                      '{1}, de {2} à {3}, et en dessous les dates que nomme le texte. Les listes ci-dessous les contiennent toutes.',
                      '{1}, с {2} по {3}, ниже даты, названные в тексте. Все они есть в списках ниже.'),
    'filled': ('a span that was filled', 'ein ausgefüllter Zeitraum', 'une durée remplie', 'весь промежуток'),
    'within': ('a point somewhere within', 'ein Zeitpunkt irgendwo darin', 'un moment situé dedans', 'момент внутри промежутка'),
    'in-doubt': ('in doubt', 'im Zweifel', 'douteux', 'под сомнением'),
    'exact-day': ('a day', 'ein Tag', 'un jour', 'день'),
    'named-times': ('Dates named in the text', 'Im Text genannte Daten', 'Dates nommées dans le texte', 'Даты, названные в тексте'),

    'with-coordinates': ('{1} place with coordinates|{1} places with coordinates', '{1} Ort mit Koordinaten|{1} Orte mit Koordinaten',
                         '{1} lieu avec coordonnées|{1} lieux avec coordonnées', '{1} место с координатами|{1} места с координатами|{1} мест с координатами'),
    'without': ('{1} without', '{1} ohne', '{1} sans', '{1} без них'),
    'map-near': ('Where the places lie', 'Wo die Orte liegen', 'Où se trouvent les lieux', 'Где находятся места'),
    'map-wide': ('The places farther away', 'Die ferneren Orte', 'Les lieux plus éloignés', 'Более далёкие места'),
    'map-says': ('A map with {1}. The table below lists them.', 'Eine Karte mit {1}. Die Tabelle unten führt sie auf.',
                 'Une carte avec {1}. Le tableau ci-dessous les énumère.', 'Карта: {1}. Ниже — таблица.'),
    'dots': ('The larger the dot, the more often a place is named.', 'Je größer der Punkt, desto öfter wird ein Ort genannt.',
             'Plus le point est grand, plus le lieu est nommé.', 'Чем больше точка, тем чаще названо место.'),
    'rings': ('A broken ring stands for a country or region: its middle, not its extent.',
              'Ein gestrichelter Ring steht für ein Land oder Gebiet: seine Mitte, nicht seine Ausdehnung.',
              'Un cercle brisé représente un pays ou une région&#x202F;: son milieu, non son étendue.',
              'Прерывистый круг означает страну или область: её середину, а не протяжение.'),
    'doubtful': ('A hollow dot stands for a place whose position is in doubt.', 'Ein hohler Punkt steht für einen Ort, dessen Lage zweifelhaft ist.',
                 'Un point creux représente un lieu dont la position est douteuse.', 'Пустая точка — место, положение которого под сомнением.'),
    'land-only': ('Land and water only, since borders have moved.', 'Nur Land und Wasser, denn die Grenzen haben sich verschoben.',
                  'Terre et eau seulement, car les frontières ont bougé.', 'Только суша и вода: границы менялись.'),
    'wide-says': ('Places beyond the first map, whose frame is drawn here; its places are dots.',
                  'Orte außerhalb der ersten Karte, deren Rahmen hier steht; ihre Orte sind Punkte.',
                  'Lieux hors de la première carte, dont le cadre est tracé ici&#x202F;; ses lieux sont des points.',
                  'Места за пределами первой карты; её рамка показана, её места — точки.'),
    'coasts': ('Outlines of today’s coasts and lakes: {1}, public domain.', 'Heutige Küsten und Seen: {1}, gemeinfrei.',
               'Côtes et lacs d’aujourd’hui&#x202F;: {1}, domaine public.', 'Современные берега и озёра: {1}, общественное достояние.'),
    'no-coasts': ('Drawn without coasts: the outlines of the land were not installed (teikit[map]).',
                  'Ohne Küsten gezeichnet: Die Umrisse waren nicht installiert (teikit[map]).',
                  'Dessiné sans côtes&#x202F;: les contours n’étaient pas installés (teikit[map]).',
                  'Без берегов: контуры суши не установлены (teikit[map]).'),
    'the-places': ('The places', 'Die Orte', 'Les lieux', 'Места'),
    'place': ('Place', 'Ort', 'Lieu', 'Место'), 'latitude': ('Latitude', 'Breite', 'Latitude', 'Широта'),
    'longitude': ('Longitude', 'Länge', 'Longitude', 'Долгота'), 'certainty': ('Remark', 'Bemerkung', 'Remarque', 'Примечание'),
    'mentions-head': ('Mentions', 'Nennungen', 'Mentions', 'Упоминания'),
    'not-located': ('not located', 'nicht verortet', 'non localisé', 'не локализовано'),
    'middle': ('middle of a region', 'Mitte eines Gebiets', 'milieu d’une région', 'середина области'),

    'pairs': ('{1} pair of persons named in the same paragraph or note|{1} pairs of persons named in the same paragraph or note',
              '{1} Paar von Personen im selben Absatz oder in derselben Anmerkung|{1} Paare von Personen im selben Absatz oder in derselben Anmerkung',
              '{1} paire de personnes nommées dans le même paragraphe ou la même note|{1} paires de personnes nommées dans le même paragraphe ou la même note',
              '{1} пара лиц в одном абзаце или примечании|{1} пары лиц в одном абзаце или примечании|{1} пар лиц в одном абзаце или примечании'),
    'crowds': ('Left out: {1} that name more than {2} persons.', 'Ausgelassen: {1}, die mehr als {2} Personen nennen.',
               'Omis&#x202F;: {1} qui nomment plus de {2} personnes.', 'Опущено: {1}, где названо больше {2} лиц.'),
    'who-with-whom': ('Who is named with whom', 'Wer mit wem genannt wird', 'Qui est nommé avec qui', 'Кто с кем назван'),
    'network-says': ('A network of {1}. The table below lists every pair.', 'Ein Netzwerk von {1}. Die Tabelle unten führt jedes Paar auf.',
                     'Un réseau de {1}. Le tableau ci-dessous énumère chaque paire.', 'Сеть: {1}. Ниже — таблица всех пар.'),
    'network-how': ('The heavier the line, the more paragraphs name both; the larger the dot, the more mentions. Near means named together;
                     left, right, above and below mean nothing.',
                    'Je stärker die Linie, desto mehr Absätze nennen beide; je größer der Punkt, desto mehr Nennungen. Nähe heißt: zusammen
                     genannt; links, rechts, oben und unten bedeuten nichts.',
                    'Plus le trait est fort, plus de paragraphes nomment les deux&#x202F;; plus le point est grand, plus il y a de mentions. La proximité
                     dit qu’on est nommé ensemble&#x202F;; gauche, droite, haut et bas ne disent rien.',
                    'Чем толще линия, тем больше абзацев называют обоих; чем больше точка, тем больше упоминаний. Близость значит: названы
                     вместе; лево, право, верх и низ ничего не значат.'),
    'the-pairs': ('The pairs', 'Die Paare', 'Les paires', 'Пары'),
    'person': ('Person', 'Person', 'Personne', 'Лицо'), 'with': ('with', 'mit', 'avec', 'с кем'),
    'paragraphs': ('Paragraphs', 'Absätze', 'Paragraphes', 'Абзацы'),

    'documents': ('Published documents', 'Gedruckte Quellen', 'Documents publiés', 'Опубликованные документы'),
    'literature': ('Literature', 'Literatur', 'Travaux', 'Литература'),
    'periodicals': ('Periodicals', 'Zeitschriften', 'Périodiques', 'Периодика'),
    'unresolved': ('Citations without an entry', 'Nachweise ohne Eintrag', 'Références sans notice', 'Ссылки без статьи'),
    'unresolved-says': ('These citations of the text point at no entry.', 'Diese Nachweise des Textes verweisen auf keinen Eintrag.',
                        'Ces références du texte ne renvoient à aucune notice.', 'Эти ссылки текста не ведут ни к одной статье.'),
    'works-listed': ('{1} work|{1} works', '{1} Werk|{1} Werke', '{1} ouvrage|{1} ouvrages', '{1} работа|{1} работы|{1} работ'),
    'periodicals-listed': ('{1} periodical|{1} periodicals', '{1} Zeitschrift|{1} Zeitschriften', '{1} périodique|{1} périodiques',
                           '{1} журнал или газета|{1} журнала или газеты|{1} журналов или газет'),
    'no-archives': ('This edition lists no archival files.', 'Diese Ausgabe verzeichnet keine Archivalien.',
                    'Cette édition ne recense aucune pièce d’archives.', 'В этом издании нет списка архивных дел.'),
    'as-printed': ('In {1} work no part (author, title, date) is tagged: it stands as printed, and leaves with all its words as its title.|In {1} works no part (author, title, date) is tagged: they stand as printed, and leave with all their words as their title.',
                   'In {1} Werk ist kein Teil (Verfasser, Titel, Jahr) ausgezeichnet: es steht wie gedruckt da und wird mit all seinen Wörtern als Titel ausgegeben.|In {1} Werken ist kein Teil (Verfasser, Titel, Jahr) ausgezeichnet: sie stehen wie gedruckt da und werden mit all ihren Wörtern als Titel ausgegeben.',
                   'Dans {1} ouvrage, aucune partie (auteur, titre, date) n’est balisée&#x202F;: il est donné tel quel et exporté avec tous ses mots pour titre.|Dans {1} ouvrages, aucune partie (auteur, titre, date) n’est balisée&#x202F;: ils sont donnés tels quels et exportés avec tous leurs mots pour titre.',
                   'В {1} работе части (автор, заглавие, дата) не размечены: она дана как напечатана и выгружается целиком как заглавие.|В {1} работах части (автор, заглавие, дата) не размечены: они даны как напечатаны и выгружаются целиком как заглавия.|В {1} работах части (автор, заглавие, дата) не размечены: они даны как напечатаны и выгружаются целиком как заглавия.'),
    'managers': ('For reference managers:', 'Für Literaturverwaltungen:', 'Pour les logiciels bibliographiques&#x202F;:', 'Для библиографических программ:'),
    'style': ('Style', 'Stil', 'Style', 'Стиль'),
    'style-notes': ('Chicago, notes and bibliography', 'Chicago, Anmerkungen und Bibliographie', 'Chicago, notes et bibliographie',
                    'Чикагский, примечания и библиография'),
    'style-date': ('Chicago, author–date', 'Chicago, Autor–Jahr', 'Chicago, auteur–date', 'Чикагский, автор — год'),
    'in-persons': ('In the index of persons:', 'Im Personenregister:', 'Dans l’index des personnes&#x202F;:', 'В указателе лиц:'),
    'instalment': ('Another instalment of', 'Weitere Folge von', 'Autre livraison de', 'Другая часть публикации'),
    'see-also': ('See also', 'Siehe auch', 'Voir aussi', 'См. также'),
    'files': ('{1} file|{1} files', '{1} Akte|{1} Akten', '{1} dossier|{1} dossiers', '{1} дело|{1} дела|{1} дел'),
    'in-archives': ('in {1} archive|in {1} archives', 'in {1} Archiv|in {1} Archiven', 'dans {1} dépôt|dans {1} dépôts',
                    'в {1} архиве|в {1} архивах|в {1} архивах'),
    'archive-unnamed': ('Archive not named', 'Archiv nicht genannt', 'Dépôt non indiqué', 'Архив не указан'),
    'fond': ('Fond {1}', 'Fond {1}', 'Fonds {1}', 'Фонд {1}'), 'no-fond': ('No fond named', 'Ohne Fond', 'Sans fonds', 'Фонд не указан'),
    'opis': ('Opis {1}', 'Opis {1}', 'Opis {1}', 'Опись {1}'), 'no-opis': ('No opis named', 'Ohne Opis', 'Sans opis', 'Опись не указана'),
    'delo': ('Delo {1}', 'Delo {1}', 'Delo {1}', 'Дело {1}'), 'no-delo': ('No delo named', 'Ohne Delo', 'Sans delo', 'Дело не указано'),
    'corrections': ('{1} correction|{1} corrections', '{1} Berichtigung|{1} Berichtigungen', '{1} correction|{1} corrections',
                    '{1} исправление|{1} исправления|{1} исправлений'),
    'doubts': ('{1} citation in doubt|{1} citations in doubt', '{1} Nachweis im Zweifel|{1} Nachweise im Zweifel',
               '{1} référence douteuse|{1} références douteuses', '{1} сомнительная ссылка|{1} сомнительные ссылки|{1} сомнительных ссылок'),
    'not-in-silence': ('Nothing is mended in silence.', 'Nichts wird stillschweigend gebessert.', 'Rien n’est corrigé tacitement.',
                       'Ничто не исправлено молча.'),
    'slips-author': ('Slips of the source', 'Versehen der Vorlage', 'Fautes de la source', 'Погрешности источника'),
    'slips-conversion': ('Slips of the conversion', 'Versehen der Umwandlung', 'Fautes de la conversion', 'Погрешности преобразования'),
    'citations-settled': ('Ambiguous citations, settled', 'Mehrdeutige Nachweise, entschieden', 'Références ambiguës, tranchées', 'Неоднозначные ссылки, решённые'),
    'to-resolve': ('What works its citations are to, this lists:', 'Auf welche Werke seine Nachweise gehen, listet:', 'À quels ouvrages renvoient ses références, ceci le dit&#x202F;:', 'К каким работам ведут ссылки, перечислит:'),
    'files-cited': ('{1} file cited|{1} files cited', '{1} Akte zitiert|{1} Akten zitiert', '{1} dossier cité|{1} dossiers cités',
                    '{1} дело цитируется|{1} дела цитируются|{1} дел цитируется'),
    'citations-doubtful': ('Citations in doubt', 'Nachweise im Zweifel', 'Références douteuses', 'Сомнительные ссылки'),
    'printed': ('Printed', 'Gedruckt', 'Imprimé', 'Напечатано'), 'read': ('Read', 'Zu lesen', 'Lire', 'Следует читать'),
    'how-sure': ('How sure', 'Wie sicher', 'Certitude', 'Уверенность'), 'where': ('Where', 'Wo', 'Où', 'Где'),
    'certain': ('certain', 'sicher', 'certain', 'точно'), 'not-said': ('not said', 'ohne Angabe', 'non précisé', 'не указано'),
    'by-internal': ('The text itself.', 'Der Text selbst.', 'Le texte lui-même.', 'Сам текст.'),
    'by-external': ('Another source.', 'Eine andere Quelle.', 'Une autre source.', 'Другой источник.'),
    'by-conjecture': ('Conjecture.', 'Vermutung.', 'Conjecture.', 'Предположение.'),
    'entry': ('entry', 'Eintrag', 'notice', 'статья'),

    'search-scope': ('Searched are', 'Durchsucht werden', 'La recherche porte sur', 'Поиск ведётся в следующем:'),
    'summary': ('{1} summary|{1} summaries', '{1} Regest|{1} Regesten', '{1} résumé|{1} résumés', '{1} резюме'),
    'paragraph': ('{1} paragraph|{1} paragraphs', '{1} Absatz|{1} Absätze', '{1} paragraphe|{1} paragraphes', '{1} абзац|{1} абзаца|{1} абзацев'),
    'note': ('{1} note|{1} notes', '{1} Anmerkung|{1} Anmerkungen', '{1} note|{1} notes', '{1} примечание|{1} примечания|{1} примечаний'),
    'quotation': ('{1} block quotation|{1} block quotations', '{1} Blockzitat|{1} Blockzitate', '{1} citation|{1} citations', '{1} цитата|{1} цитаты|{1} цитат'),
    'heading': ('{1} heading|{1} headings', '{1} Überschrift|{1} Überschriften', '{1} intertitre|{1} intertitres', '{1} заголовок|{1} заголовка|{1} заголовков'),
    'title': ('{1} title line|{1} title lines', '{1} Titelzeile|{1} Titelzeilen', '{1} ligne de titre|{1} lignes de titre', '{1} строка титула|{1} строки титула|{1} строк титула'),
    'search-withheld': ('The prose is withheld: {1} letters cannot be searched, but its names, dates and citations can, and so can our summaries.',
                        'Der Wortlaut ist zurückgehalten: {1} Buchstaben sind nicht durchsuchbar, wohl aber Namen, Daten, Nachweise und unsere Regesten.',
                        'Le texte suivi est retenu&#x202F;: {1} lettres ne sont pas accessibles à la recherche&#x202F;; ses noms, dates et références le sont, comme nos résumés.',
                        'Сам текст скрыт: {1} букв недоступны для поиска, но имена, даты, ссылки и наши резюме доступны.'),
    'no-script': ('The search needs scripts, which are off. The indexes lead to every name and date without them:',
                  'Die Suche braucht Skripte, und die sind ausgeschaltet. Ohne sie führen die Register zu jedem Namen und Datum:',
                  'La recherche a besoin de scripts, qui sont désactivés. Sans eux, les index mènent à chaque nom et à chaque date&#x202F;:',
                  'Для поиска нужны сценарии, а они отключены. Без них к каждому имени и дате ведут указатели:'),
    'words': ('Words', 'Wörter', 'Mots', 'Слова'), 'look': ('Search', 'Suchen', 'Chercher', 'Искать'),
    'search-how': ('A word finds all that begin with it; accents and case do not matter. Words in “quotation marks” are found as they stand.',
                   'Ein Wort findet alle, die so beginnen; Akzente und Großschreibung zählen nicht. Wörter in „Anführungszeichen“ werden so gefunden.',
                   'Un mot trouve tous ceux qui commencent ainsi, sans égard aux accents ni aux majuscules&#x202F;; entre « guillemets », les mots tels quels.',
                   'Слово находит все, что с него начинаются; регистр и диакритика не важны. Слова в «кавычках» ищутся буквально.'),
    'search-in': ('Search in', 'Suchen in', 'Chercher dans', 'Искать в'),
    'named-there': ('Named there', 'Dort genannt', 'Nommés là', 'Названы там'),
    'found': ('{1} found', '{1} gefunden', '{1} trouvés', 'Найдено: {1}'), 'nothing': ('Nothing found', 'Nichts gefunden', 'Rien trouvé', 'Ничего не найдено'),
    'more-there': ('and {1} more there', 'und {1} weitere dort', 'et {1} autres là', 'и ещё {1} там же'),
    'entries-found': ('Entries of this name', 'Einträge dieses Namens', 'Entrées de ce nom', 'Статьи с этим именем'),
    'show-more': ('{1} more', '{1} weitere', '{1} autres', 'ещё {1}'),
    'clear': ('Clear', 'Leeren', 'Effacer', 'Очистить'),
    'kind-person': ('Persons', 'Personen', 'Personnes', 'Лица'), 'kind-place': ('Places', 'Orte', 'Lieux', 'Места'),
    'kind-organisation': ('Organisations', 'Organisationen', 'Organisations', 'Организации'),
    'kind-event': ('Events', 'Ereignisse', 'Événements', 'События'), 'kind-work': ('Works', 'Werke', 'Ouvrages', 'Литература'),
    'kind-periodical': ('Periodicals', 'Zeitschriften', 'Périodiques', 'Периодика'),
    'kind-archival': ('Archival files', 'Archivalien', 'Pièces d’archives', 'Архивные дела'),

    'count-documents': ('{1} document|{1} documents', '{1} Dokument|{1} Dokumente', '{1} document|{1} documents',
                        '{1} документ|{1} документа|{1} документов'),
    'count-words': ('{1} word|{1} words', '{1} Wort|{1} Wörter', '{1} mot|{1} mots', '{1} слово|{1} слова|{1} слов'),
    'in-documents': ('in {1} document|in {1} documents', 'in {1} Dokument|in {1} Dokumenten', 'dans {1} document|dans {1} documents',
                     'в {1} документе|в {1} документах|в {1} документах'),
    'title-head': ('Title', 'Titel', 'Titre', 'Заглавие'), 'authors-head': ('Authors', 'Verfasser', 'Auteurs', 'Авторы'),
    'date-head': ('Date', 'Datum', 'Date', 'Дата'), 'not-built': ('Not built', 'Nicht erstellt', 'Non produits', 'Не построены'),
    'by-documents': ('number of documents', 'Zahl der Dokumente', 'nombre de documents', 'по числу документов'),
    'joined-authority': ('Joined by a shared identifier.', 'Vereint durch eine gemeinsame Kennung.', 'Réunis par un identifiant commun.',
                         'Объединены общим идентификатором.'),
    'joined-file': ('Joined by the register that they come from.', 'Vereint durch das gemeinsame Register.',
                    'Réunis par le registre dont ils proviennent.', 'Объединены общим регистром.'),
    'joined-name': ('Joined by the name alone, so perhaps not one.', 'Nur durch den Namen vereint, also vielleicht nicht eins.',
                    'Réunis par le nom seul, donc peut-être distincts.', 'Объединены только по имени: возможно, не одно и то же.'),
    'disputed': ('Their identifiers differ: {1}.', 'Ihre Kennungen weichen voneinander ab: {1}.', 'Leurs identifiants diffèrent&#x202F;: {1}.',
                 'Их идентификаторы расходятся: {1}.'),
    'joint-search-how': ('All words must occur. A word of two letters or more finds all that begin with it; accents and case do not matter. Words
                          in “quotation marks” are found whole. Each document’s own search then shows the places.',
                         'Alle Wörter müssen vorkommen. Ein Wort aus mindestens zwei Buchstaben findet alle, die so beginnen; Akzente und
                          Großschreibung zählen nicht. In „Anführungszeichen“ zählen ganze Wörter. Die Suche im Dokument zeigt die Stellen.',
                         'Tous les mots doivent figurer. Un mot de deux lettres ou plus trouve tous ceux qui commencent ainsi, sans égard aux accents
                          ni aux majuscules&#x202F;; entre « guillemets », les mots entiers. La recherche de chaque document montre les passages.',
                         'Должны встретиться все слова. Слово из двух и более букв находит все, что с него начинаются; регистр и диакритика не
                          важны. В «кавычках» — целые слова. Места показывает поиск самого документа.')
  }"/>

  <!-- The sign that stands before the number of a note. -->
  <xsl:variable name="ed:note-sign" as="xs:string" select="ed:tell('n.') || '&#xA0;'"/>

  <!-- The words of the finding pages for something.
         in:  'also', 'J. Veldt'
         out: 'Also J. Veldt' -->
  <xsl:function name="ed:tell" visibility="public" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="fillings" as="item()*"/>
    <xsl:sequence select="ed:say-one-of($ed:finding-labels($key), $key, $fillings)"/>
  </xsl:function>

  <!-- The same where nothing is to be filled in.
         in:  'filter'
         out: 'Filter' -->
  <xsl:function name="ed:tell" visibility="public" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:tell($key, ())"/>
  </xsl:function>

  <!-- A number and its noun.
         in:  1, 'entries'
         out: '1 entry' -->
  <xsl:function name="ed:tell-many" visibility="public" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:number-form($number, ed:tell($key, ed:say-number($number)))"/>
  </xsl:function>

</xsl:stylesheet>
