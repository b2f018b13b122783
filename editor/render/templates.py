"""Templates in Jinja2's sandbox: what they may do, and what is made of a faulty one.

A template of the website's own may include or extend any other; `built-in/study.html` is the program's own study.html.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import textwrap
import traceback
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from editor.render.markdown_html import cleaned_html, markdown_html, text_html
from editor.render.theme import (
    INDEX_FILE,
    PAGE_TEMPLATE,
    TEMPLATE_ENDING,
    TEMPLATE_MARK,
    Delivery,
    NotRendered,
    Rendering,
    Theme,
    ThemeFault,
    built_in_texts,
    built_in_theme,
)
from editor.render.theme_addresses import ThemeAddresses
from editor.words import tr

BUILT_IN = "built-in/"
_DOCUMENTS = (PAGE_TEMPLATE, INDEX_FILE)
"""The templates that have to make something; an empty one of a part leaves that part out."""
_LONGEST_HTML = 50_000_000  # letters; hundreds of times what the longest page has
_USUAL_PIECES = 1000
_LARGEST_PRODUCT = 1_000_000
_LONGEST_REASON = 200

# What a template can come to grief over: Jinja2's sandbox promises no less than that callers catch them all.
_FROM_TEMPLATES = (
    TemplateError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


def prepare(theme: Theme, delivery: Delivery) -> None:
    """Compile the theme's templates, so that the first page finds them ready; a faulty one is told by `render`."""
    templates = _templates(theme, delivery)
    for name in sorted({*built_in_texts(), *theme.own}):
        is_shown = delivery is not Delivery.PREVIEW or name != INDEX_FILE
        if is_shown and name.endswith(TEMPLATE_ENDING):
            with contextlib.suppress(NotRendered):
                templates.ready(name)


def render(theme: Theme, template: str, values: Mapping[str, object], delivery: Delivery) -> Rendering:
    """What `Theme.render` promises."""
    look = theme
    faults: list[ThemeFault] = []
    while True:
        try:
            return Rendering(_templates(look, delivery).render(template, values), tuple(faults))
        except NotRendered as error:
            if not look.own:
                raise
            faults.append(ThemeFault(error.template, error.line, error.reason))
            look = look.without(error.replaced) if error.replaced in look.own else built_in_theme()


class _Templates:
    """The templates of a look, compiled."""

    def __init__(self, theme: Theme, delivery: Delivery) -> None:
        self._own = theme.own
        self._environment = _Sandbox(theme, ThemeAddresses(theme, delivery))
        self._ready: dict[str, Template] = {}
        self._broken: dict[str, tuple[str, int | None, str, str]] = {}

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """The template's HTML. Raises NotRendered, which blames the innermost template of the website's own."""
        template = self._ready.get(name) or self.ready(name)
        try:
            html = template.render(values)
        except _FROM_TEMPLATES as error:
            raise NotRendered(*self._blame(error, name)) from error
        if name in _DOCUMENTS and not html.strip():
            raise NotRendered(name, None, tr("it makes an empty page"), name)
        return html

    def ready(self, name: str) -> Template:
        """The template, ready to render. Raises NotRendered."""
        if name in self._broken:
            raise NotRendered(*self._broken[name])
        try:
            template = self._environment.get_template(name)
        except _FROM_TEMPLATES as error:
            self._broken[name] = self._blame(error, name)
            raise NotRendered(*self._broken[name]) from error
        self._ready[name] = template
        return template

    def _blame(self, error: BaseException, name: str) -> tuple[str, int | None, str, str]:
        """What NotRendered tells of an error."""
        places = list(_places(error)) or [(name, None)]
        file, line = ([place for place in places if place[0] in self._own] or places)[-1]
        replaceable = [place for place, _ in places if place in self._own and place in built_in_texts()]
        return file, line, _reason(error), replaceable[-1] if replaceable else name


@functools.lru_cache(maxsize=16)
def _templates(theme: Theme, delivery: Delivery) -> _Templates:
    return _Templates(theme, delivery)


def _joined(pieces: Iterable[str]) -> str:
    """The text of the pieces; an error before they fill the memory."""
    rest = iter(pieces)
    text = "".join(itertools.islice(rest, _USUAL_PIECES))
    texts, length = [text], len(text)
    for piece in rest:
        texts.append(piece)
        length += len(piece) + 1
        if length > _LONGEST_HTML:
            raise OverflowError(tr("it makes more than any page can hold"))
    return "".join(texts) if len(texts) > 1 else text


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, which Python cannot be reached from, with limits on what one expression can blow up."""

    concat = staticmethod(_joined)
    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, theme: Theme, addresses: ThemeAddresses) -> None:
        def source(name: str) -> tuple[str, str, None] | None:
            try:
                text = built_in_texts()[name.removeprefix(BUILT_IN)] if name.startswith(BUILT_IN) else theme.text(name)
            except KeyError:
                return None
            return text, TEMPLATE_MARK + name, None

        super().__init__(
            loader=FunctionLoader(source),
            autoescape=True,
            auto_reload=False,
            extensions=[_AlwaysEscaping],
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.filters.update(FILTERS)
        del self.filters["random"], self.globals["lipsum"]  # the same page is to give the same bytes
        self.globals["asset"] = addresses.asset

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain mapping: each rendering copies it, and copying Jinja2's layered one takes a fifth of its time."""
        return {**self.globals, **(d or {})}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "*":
            for some, times in ((left, right), (right, left)):
                if isinstance(some, Sequence) and isinstance(times, int) and len(some) * times > _LARGEST_PRODUCT:
                    raise OverflowError(tr("a text or list grows too long"))
        elif isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > _LARGEST_PRODUCT:
            raise OverflowError(tr("a number grows too large"))
        return super().call_binop(context, operator, left, right)


class _AlwaysEscaping(Extension):
    """Refuses `{% autoescape false %}`, after which a page's text would be HTML."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        begins = False
        for token in stream:
            if begins and token.test("name:autoescape"):
                raise TemplateSyntaxError(
                    tr("“autoescape” is not for templates of this program"), token.lineno, stream.name, stream.filename
                )
            begins = token.type == "block_begin"
            yield token


def _places(error: BaseException) -> Iterator[tuple[str, int | None]]:
    """The templates that an error passed through, the innermost last."""
    for frame, line in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename.startswith(TEMPLATE_MARK):
            yield frame.f_code.co_filename.removeprefix(TEMPLATE_MARK), line
    if isinstance(error, TemplateSyntaxError) and error.name is not None:
        yield error.name, error.lineno


def _reason(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return tr("it goes on without end, as a template that includes itself does")
    if isinstance(error, MemoryError):
        return tr("it needs more memory than there is")
    if isinstance(error, TemplateNotFound):
        return tr("there is no template {name}", name=error.name or "")
    words = error.message if isinstance(error, TemplateSyntaxError) else str(error)
    return textwrap.shorten(words or type(error).__name__, _LONGEST_REASON, placeholder="…").rstrip(".")


@functools.lru_cache(maxsize=128)  # an invitation and disclaimers stand on every page
def _markdown(text: str, top_heading: int = 2) -> Markup:
    """Markdown as HTML; what is first a `#` heading gets the level `top_heading`."""
    return Markup(markdown_html(_one(text), top_heading))


@functools.lru_cache(maxsize=128)
def _paragraphs(text: str) -> Markup:
    """Plain text as paragraphs."""
    return Markup(text_html(_one(text)))


def _one(text: object) -> str:
    """The text itself. Raises TypeError for a list, with which it is easily mistaken."""
    if not isinstance(text, str):
        raise TypeError(tr("“markdown” and “paragraphs” want one text; of a list, give them each in turn"))
    return text


def _safe(text: object) -> Markup:
    """Text as HTML, cleaned as Markdown's is: what staff typed stays harmless where a template takes it for HTML."""
    return text if isinstance(text, Markup) else Markup(cleaned_html(str(text)))


FILTERS = {"markdown": _markdown, "paragraphs": _paragraphs, "safe": _safe}
"""What templates have beyond Jinja2's own filters, or in place of one."""
