<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the interface in English, German, French and Russian, and how an edition changes them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:ed="tag:teikit,2026:edition"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="saying.xsl"/>

  <!-- The language of the interface. -->
  <xsl:param name="lang" as="xs:string" select="'en'"/>

  <!-- An edition's own words from its edition.toml: {"persons": "People"}. -->
  <xsl:param name="labels" as="xs:string" select="'{}'"/>

  <!-- The languages that we have words for, in the order of the words below. -->
  <xsl:variable name="ed:languages" as="xs:string+" select="'en', 'de', 'fr', 'ru'"/>

  <!-- An edition's own words: map {'persons': 'People'}. They come before ours, in any language. -->
  <xsl:variable name="ed:own-labels" as="map(xs:string, xs:string)" select="parse-json($labels)"/>

  <!-- A bar parts the forms for one, for few (Russian) and for many. {1}, {2} are filled in. -->
  <xsl:variable name="ed:labels" as="map(xs:string, xs:string+)" select="map {
    'text': ('Text', 'Text', 'Texte', 'Текст'),
    'persons': ('Persons', 'Personen', 'Personnes', 'Лица'),
    'places': ('Places', 'Orte', 'Lieux', 'Места'),
    'organisations': ('Organisations', 'Organisationen', 'Organisations', 'Организации'),
    'events': ('Events', 'Ereignisse', 'Événements', 'События'),
    'works': ('Works', 'Werke', 'Ouvrages', 'Литература'),
    'dates': ('Dates', 'Daten', 'Dates', 'Даты'),
    'chronology': ('Chronology', 'Chronologie', 'Chronologie', 'Хронология'),
    'map': ('Map', 'Karte', 'Carte', 'Карта'),
    'network': ('Network', 'Netzwerk', 'Réseau', 'Сеть'),
    'search': ('Search', 'Suche', 'Recherche', 'Поиск'),
    'bibliography': ('Bibliography', 'Bibliographie', 'Bibliographie', 'Библиография'),
    'archives': ('Archives', 'Archive', 'Archives', 'Архивы'),
    'interventions': ('Interventions', 'Eingriffe', 'Interventions', 'Правка'),
    'contents': ('Contents', 'Inhalt', 'Sommaire', 'Содержание'),
    'notes': ('Notes', 'Anmerkungen', 'Notes', 'Примечания'),
    'about': ('About this edition', 'Über diese Edition', 'À propos de cette édition', 'Об этом издании'),
    'untitled': ('Untitled', 'Ohne Titel', 'Sans titre', 'Без названия'),
    'title-page': ('Title page', 'Titelblatt', 'Page de titre', 'Титульный лист'),
    'introduction': ('Introduction', 'Einleitung', 'Introduction', 'Введение'),
    'section': ('Section {1}', 'Abschnitt {1}', 'Section {1}', 'Раздел {1}'),
    'skip': ('Skip to the content', 'Zum Inhalt', 'Aller au contenu', 'К содержанию страницы'),
    'pages': ('Pages of the edition', 'Seiten der Edition', 'Pages de l’édition', 'Страницы издания'),
    'plain-text': ('Plain text', 'Reiner Text', 'Texte brut', 'Простой текст'),
    'entities-json': ('Entities (JSON)', 'Einträge (JSON)', 'Entités (JSON)', 'Указатели (JSON)'),
    'entities-csv': ('Entities (CSV)', 'Einträge (CSV)', 'Entités (CSV)', 'Указатели (CSV)'),
    'mentions-csv': ('Mentions (CSV)', 'Nennungen (CSV)', 'Mentions (CSV)', 'Упоминания (CSV)'),
    'documents-json': ('Catalogue (JSON)', 'Katalog (JSON)', 'Catalogue (JSON)', 'Каталог (JSON)'),
    'documents-csv': ('Catalogue (CSV)', 'Katalog (CSV)', 'Catalogue (CSV)', 'Каталог (CSV)'),
    'catalogue': ('Documents', 'Dokumente', 'Documents', 'Документы'),
    'all-documents': ('All documents', 'Alle Dokumente', 'Tous les documents', 'Все документы'),
    'made-with': ('made with {1}', 'erstellt mit {1}', 'réalisé avec {1}', 'создано с помощью {1}'),
    'light-or-dark': ('Dark colours', 'Dunkle Farben', 'Couleurs sombres', 'Тёмная тема'),

    'paragraph': ('Paragraph {1}', 'Absatz {1}', 'Paragraphe {1}', 'Абзац {1}'),
    'page': ('Page {1}', 'Seite {1}', 'Page {1}', 'Страница {1}'),
    'page-break': ('Page break', 'Seitenwechsel', 'Saut de page', 'Разрыв страницы'),
    'note': ('Note {1}', 'Anmerkung {1}', 'Note {1}', 'Примечание {1}'),
    'back': ('Back to reference {1}', 'Zurück zum Verweis {1}', 'Retour à l’appel {1}', 'Назад к ссылке {1}'),
    'summary': ('Summary', 'Regest', 'Résumé', 'Резюме'),
    'summary-of': ('Summary of paragraph {1}', 'Regest zu Absatz {1}', 'Résumé du paragraphe {1}', 'Резюме абзаца {1}'),
    'letter-withheld': ('letter withheld', 'Buchstabe zurückgehalten', 'lettre omise', 'буква опущена'),
    'letters-withheld': ('letters withheld', 'Buchstaben zurückgehalten', 'lettres omises', 'букв опущено'),
    'uncertain': ('uncertain', 'unsicher', 'incertain', 'не точно'),
    'probable': ('probable', 'wahrscheinlich', 'probable', 'вероятно'),
    'date-uncertain': ('date uncertain', 'Datum unsicher', 'date incertaine', 'дата не точна'),
    'date-probable': ('date probable', 'Datum wahrscheinlich', 'date probable', 'дата вероятна'),
    'dates-uncertain': ('dates uncertain', 'Daten unsicher', 'dates incertaines', 'даты не точны'),
    'dates-probable': ('dates probable', 'Daten wahrscheinlich', 'dates probables', 'даты вероятны'),
    'to-chronology': ('To the chronology', 'Zur Chronologie', 'Vers la chronologie', 'К хронологии'),
    'notes-beside': ('The notes stand beside the text.', 'Die Anmerkungen stehen neben dem Text.',
                     'Les notes se trouvent en regard du texte.', 'Примечания помещены рядом с текстом.'),

    'reading': ('Reading', 'Lesen', 'Lecture', 'Чтение'),
    'notes-where': ('Notes', 'Anmerkungen', 'Notes', 'Примечания'),
    'notes-side': ('beside their line', 'neben ihrer Zeile', 'en regard', 'рядом со строкой'),
    'notes-below': ('under the paragraph', 'unter dem Absatz', 'sous le paragraphe', 'под абзацем'),
    'notes-end': ('at the end', 'am Ende', 'à la fin', 'в конце'),
    'summaries': ('Summaries', 'Regesten', 'Résumés', 'Резюме'),
    'underline': ('Names underlined', 'Namen unterstrichen', 'Noms soulignés', 'Подчёркнутые имена'),
    'all': ('All', 'Alle', 'Tous', 'Все'),
    'follow': ('Follow a name', 'Einem Namen folgen', 'Suivre un nom', 'Проследить имя'),
    'nobody': ('—', '—', '—', '—'),
    'follow-all': ('Mark all mentions', 'Alle Nennungen markieren', 'Marquer les mentions', 'Отметить все упоминания'),
    'previous': ('Previous mention', 'Vorige Nennung', 'Mention précédente', 'Предыдущее упоминание'),
    'next': ('Next mention', 'Nächste Nennung', 'Mention suivante', 'Следующее упоминание'),
    'close': ('Close', 'Schließen', 'Fermer', 'Закрыть'),
    'preview': ('Preview', 'Vorschau', 'Aperçu', 'Просмотр'),
    'copy-link': ('Copy link', 'Link kopieren', 'Copier le lien', 'Копировать ссылку'),
    'copy-citation': ('Copy citation', 'Nachweis kopieren', 'Copier la référence', 'Копировать описание'),
    'copy-quotation': ('Copy quotation', 'Zitat kopieren', 'Copier la citation', 'Копировать цитату'),
    'copied': ('Copied', 'Kopiert', 'Copié', 'Скопировано'),
    'not-cited': ('Not cited in the text.', 'Im Text nicht zitiert.', 'Non cité dans le texte.', 'В тексте не цитируется.'),
    'none-tagged': ('In this text no citation points at its work.', 'In diesem Text verweist kein Nachweis auf sein Werk.',
                    'Dans ce texte, aucune référence ne renvoie à son ouvrage.', 'В этом тексте ни одна ссылка не ведёт к работе.'),
    'taken-from': ('from {1}', 'aus {1}', 'd’après {1}', 'из {1}'),
    'level-archive': ('archive', 'Archiv', 'archives', 'архив'),
    'level-fond': ('fond', 'Fond', 'fonds', 'фонд'),
    'level-opis': ('opis', 'Opis', 'opis', 'опись'),
    'level-delo': ('delo', 'Delo', 'delo', 'дело'),
    'short-title': ('short title', 'Kurztitel', 'titre abrégé', 'краткое название'),
    'ibid': ('ibid.', 'ebd.', 'ibid.', 'там же'),
    'implicit': ('implied', 'mitgemeint', 'sous-entendu', 'подразумевается'),
    'and': ('and', 'und', 'et', 'и'),
    'unit-page': ('p.|pp.', 'S.|S.', 'p.|p.', 'с.|с.'),
    'unit-leaf': ('l.|ll.', 'Bl.|Bl.', 'f.|ff.', 'л.|лл.'),
    'unit-volume': ('vol.', 'Bd.', 'vol.', 'т.'),
    'unit-issue': ('no.', 'Nr.', 'n°', '№'),
    'unit-book': ('book', 'Buch', 'livre', 'кн.'),
    'note-short': ('n. {1}', 'Anm. {1}', 'n. {1}', 'прим. {1}'),
    'mentions': ('{1} mention|{1} mentions', '{1} Nennung|{1} Nennungen', '{1} mention|{1} mentions',
                 '{1} упоминание|{1} упоминания|{1} упоминаний'),

    'withheld': ('Withheld prose', 'Zurückgehaltener Text', 'Texte retenu', 'Скрытый текст'),
    'withheld-why': ('The prose of this text is withheld: it is in copyright.', 'Der Wortlaut ist zurückgehalten: er ist geschützt.',
                     'Le texte suivi est retenu&#x202F;: il est sous droits.', 'Сам текст не приводится: он охраняется авторским правом.'),
    'withheld-what': ('{1} letters are left out. Each paragraph is represented by a summary in our own words, then by its facts: the names,
                       dates and citations in their order, with a bar for what stands between them, the longer the more letters.',
                      '{1} Buchstaben fehlen. Jeden Absatz vertritt ein Regest in unseren Worten; ihm folgen seine Namen, Daten und
                       Nachweise in ihrer Ordnung, dazwischen ein Strich für das Fehlende, je länger, desto mehr Buchstaben.',
                      '{1} lettres sont omises. Chaque paragraphe est représenté par un résumé de notre main, puis par ses faits&#x202F;: noms,
                       dates et références dans leur ordre, séparés par un trait d’autant plus long qu’il manque de lettres.',
                      'Опущено букв: {1}. Каждый абзац представлен резюме нашими словами, а затем именами, датами и ссылками в их порядке;
                       черта между ними тем длиннее, чем больше букв пропущено.'),
    'weave': ('Who holds a copy of the text can set it back into its places:', 'Wer den Text besitzt, kann ihn wieder einsetzen:',
              'Qui possède le texte peut le remettre à sa place&#x202F;:', 'Владелец экземпляра может вернуть текст на место:'),
    'how-to-read': ('How to read this page', 'Wie diese Seite zu lesen ist', 'Comment lire cette page', 'Как читать эту страницу'),
    'legend-names': ('lead to their entries in the indexes and to the chronology; the line tells the kind, and is fainter within a citation.',
                     'führen zu ihren Einträgen in den Registern und zur Chronologie; der Strich zeigt die Art.',
                     'mènent à leurs entrées dans les index et à la chronologie&#x202F;; le trait dit le genre.',
                     'ведут к статьям указателей и к хронологии; вид черты показывает род имени.'),
    'legend-mark': ('leads to the entry of a longer name that holds others.', 'führt zum Eintrag eines längeren Namens, der andere enthält.',
                    'mène à l’entrée d’un nom plus long qui en contient d’autres.', 'ведёт к статье длинного имени, содержащего другие.'),
    'name': ('Name', 'Name', 'Nom', 'Имя'),
    'legend-doubt': ('says that the identification is not certain.', 'sagt, dass die Zuordnung nicht sicher ist.',
                     'dit que l’identification n’est pas certaine.', 'означает, что отождествление не бесспорно.'),
    'legend-number': ('is the permanent address of a paragraph.', 'ist die dauerhafte Adresse eines Absatzes.',
                      'est l’adresse permanente d’un paragraphe.', 'есть постоянный адрес абзаца.'),
    'legend-page': ('marks a page break of the printed text.', 'zeigt einen Seitenwechsel des Drucks.', 'marque un saut de page de l’imprimé.',
                    'отмечает границу страницы печатного текста.'),
    'legend-slip': ('is what a slip of the print or of its conversion should read.', 'steht für das, was statt eines Versehens zu lesen ist.',
                    'donne la bonne leçon d’une coquille.', 'даёт чтение взамен опечатки.'),
    'labelled': ('{1}:', '{1}:', '{1}&#x202F;:', '{1}:'),
    'cite': ('How to cite', 'Wie zu zitieren ist', 'Comment citer', 'Как цитировать'),
    'rights': ('Rights', 'Rechte', 'Droits', 'Права'),
    'the-text': ('The text', 'Der Text', 'Le texte', 'Текст'),
    'this-edition': ('This edition', 'Diese Edition', 'Cette édition', 'Это издание'),
    'deposited': ('Deposited copy', 'Hinterlegtes Exemplar', 'Exemplaire déposé', 'Депонированный экземпляр'),
    'digital-edition-by': ('digital edition by {1}', 'digitale Edition von {1}', 'édition numérique de {1}', 'цифровое издание: {1}'),
    'version': ('version {1}', 'Version {1}', 'version {1}', 'версия {1}'),
    'number-in-margin': ('A number in the margin names a paragraph: add {1} to cite it, and follow it for an address that lasts.',
                         'Eine Zahl am Rand nennt einen Absatz: mit {1} wird er zitiert, ihr Link ist eine bleibende Adresse.',
                         'Un chiffre en marge désigne un paragraphe&#x202F;: ajoutez {1} pour le citer, suivez-le pour une adresse durable.',
                         'Число на поле называет абзац: добавьте {1}, чтобы сослаться на него; ссылка с него постоянна.'),

    'registers': ('Registers', 'Register', 'Index', 'Указатели'),
    'archival-documents': ('Archival documents', 'Archivalien', 'Documents d’archives', 'Архивные документы'),
    'periodicals': ('Periodicals', 'Zeitschriften', 'Périodiques', 'Периодика'),
    'no-entries': ('This edition lists no persons, places or works.', 'Diese Edition führt keine Personen, Orte oder Werke auf.',
                   'Cette édition ne recense ni personnes, ni lieux, ni ouvrages.', 'В этом издании нет указателей.'),
    'unlisted': ('Without an entry', 'Ohne Eintrag', 'Sans notice', 'Без статьи'),
    'unlisted-says': ('The edition has no entries for these names, only keys or pages of authorities; they are called as they mostly are in the text.',
                      'Zu diesen Namen hat die Edition keine Einträge, nur Schlüssel oder Seiten von Normdateien; sie heißen wie meist im Text.',
                      'L’édition n’a pas de notices pour ces noms, seulement des clés ou des pages d’autorité&#x202F;; ils sont donnés comme le plus souvent
                       dans le texte.',
                      'Для этих имён в издании нет статей, только ключи или страницы авторитетных файлов; они даны как чаще всего в тексте.'),
    'landmarks': ('Landmarks', 'Wegmarken', 'Repères', 'Ориентиры'),
    'in-title': ('title', 'Titel', 'titre', 'заглавие'),
    'in-heading': ('heading', 'Überschrift', 'intertitre', 'заголовок'),
    'in-text': ('text', 'Text', 'texte', 'текст'),
    'in-notes': ('n.|nn.', 'Anm.', 'n.|nn.', 'прим.'),

    'born': ('born {1}', 'geboren {1}', 'né(e) {1}', 'род. {1}'),
    'died': ('died {1}', 'gestorben {1}', 'mort(e) {1}', 'ум. {1}'),
    'between': ('between {1} and {2}', 'zwischen {1} und {2}', 'entre {1} et {2}', 'между {1} и {2}'),
    'from': ('from {1}', 'ab {1}', 'à partir de {1}', 'с {1}'),
    'until': ('until {1}', 'bis {1}', 'jusqu’à {1}', 'до {1} включительно'),
    'after': ('after {1}', 'nach {1}', 'après {1}', 'после {1}'),
    'before': ('before {1}', 'vor {1}', 'avant {1}', 'до {1}')
  }"/>

  <xsl:variable name="ed:language-number" as="xs:integer" select="(index-of($ed:languages, tokenize($lang, '-')[1]), 1)[1]"/>

  <xsl:variable name="ed:letters-withheld" as="xs:string" select="ed:say('letters-withheld')"/>

  <!-- What a gap says behind its number.
         in:  <gap reason="rights" unit="letters" quantity="123"/>
         out: 'letters withheld' -->
  <xsl:function name="ed:withheld" visibility="public" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="if ($gap/@quantity = '1') then ed:say('letter-withheld') else $ed:letters-withheld"/>
  </xsl:function>

</xsl:stylesheet>
