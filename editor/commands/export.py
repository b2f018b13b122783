"""The command `export`."""

from __future__ import annotations

from pathlib import Path

from editor.commands.saying import CANNOT_START, DONE, PROBLEMS, STOPPED, say, say_error
from editor.commands.starting import content_folder
from editor.render.exporting.report import ExportCancelled, ExportReport, InsideContent, NotExported
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import ExportOptions, Source, SourcePage, readable_site
from editor.session.folder_reading import site_reading
from editor.words import tr, tr_count


def export(root: Path, to: Path, *, drafts: bool = False, single_file: bool = False) -> int:
    """Write the content folder's published pages, and drafts where wanted, as HTML files into `to`.

    A page that cannot be read is left out, so that what is on the website stays; without the site's texts, the
    disclaimers among them, nothing is exported.
    """
    folder = content_folder(root)
    if folder is None:
        return CANNOT_START
    _, site = site_reading(folder)
    try:
        source = Source(folder.root, readable_site(site), tuple(map(SourcePage, folder.page_files())))
        report = export_site(source, to, ExportOptions(drafts=drafts, single_file=single_file))
    except ExportCancelled as stopped:
        say_error(str(stopped))
        return STOPPED
    except NotExported as error:
        say_error(str(error))
        return CANNOT_START if isinstance(error, InsideContent) else PROBLEMS
    except KeyboardInterrupt:
        say_error(str(ExportCancelled()))
        return STOPPED
    _say_what_to_know(report)
    count = len(report.pages)
    say(tr_count("Exported one page to {folder}.", "Exported {count} pages to {folder}.", count, folder=to))
    return DONE if report.is_clean else PROBLEMS


def _say_what_to_know(report: ExportReport) -> None:
    for left_out in report.left_out:
        sentence = tr("The page {page} was left out: {why}", page=left_out.page, why=left_out.reason)
        (say if left_out.expected else say_error)(sentence)
    for notice in report.notices:
        (say if notice.expected else say_error)(notice.text)
