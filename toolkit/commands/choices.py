"""How a run is to check: by its options, or else as the project's edition.toml has it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from toolkit.check import Settings
from toolkit.check.rulefiles import outline
from toolkit.check.wording import closest
from toolkit.configuration import Configuration, configuration
from toolkit.errors import ConfigurationError
from toolkit.guidelines import sections
from toolkit.named import NAME, line_of, refuse_missing

_GIVEN = click.core.ParameterSource.COMMANDLINE
# What has no say in what another option does.
_IDLE = {"diff": ("form", "baseline", "write_baseline"), "write_baseline": ("form",)}


def chosen(first: Path, options: Mapping[str, Any]) -> tuple[Settings, Path | None]:
    """Return how to check, and the file of known problems.

    Raises:
        ConfigurationError: a level is given to a rule that there is not, or a file is not there.
    """
    choices = configuration(first)
    for name in ("schemas", "base", "baseline"):
        if not options[name] and not (name == "baseline" and options["write_baseline"]):
            named = getattr(choices, name)
            refuse_missing(choices.folder, name, named if name == "schemas" else [named])
    schemas = tuple(options["schemas"] or choices.schemas)
    base = options["base"] or choices.base
    _refuse_unknown_rules(choices, schemas, base)
    settings = Settings(schemas, dict(choices.rules), base, options["phase"])
    return settings, options["baseline"] or choices.baseline


def refuse_idle(context: click.Context) -> None:
    """Refuse options that would have no effect together.

    Raises:
        UsageError: two such options are given.
    """
    given = {
        parameter.name: parameter.opts[0]
        for parameter in context.command.params
        if parameter.name and context.get_parameter_source(parameter.name) is _GIVEN
    }
    for name, idle in _IDLE.items():
        for other in idle:
            if name in given and other in given:
                raise click.UsageError(f"{given[other]} has no effect with {given[name]}")
    schemas = context.params["schemas"]
    if "base" in given and schemas and not any(s.suffix in {".odd", ".xml"} for s in schemas):
        raise click.UsageError("--base is for an ODD, and --schema names none")


def _refuse_unknown_rules(
    choices: Configuration, schemas: Sequence[Path], base: Path | None
) -> None:
    if not choices.rules or choices.folder is None:
        return
    known = set(sections()) | {rule for path in schemas for rule in outline(path, base).rules}
    path = choices.folder / NAME
    for rule in choices.rules:
        if rule in known:
            continue
        near = closest(rule, known)
        hint = f'did you mean "{near}"?' if near else "teikit explain lists those of teikit"
        error = ConfigurationError(
            path,
            line_of(path.read_text("utf-8"), rule, "rules"),
            f'[rules] names "{rule}", which is no rule; {hint}',
        )
        if near or schemas:
            raise error
        click.echo(f"teikit: {error}, and a document may name a schema that has it", err=True)
