//! Typst, with nothing around it: one template, one file of data, our own fonts; no disk, no network, no clock.

use std::sync::LazyLock;

use jiff::civil::Date;
use typst::comemo;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::PaperError;

/// Regular and bold for the text; the third has the signs and the letters of other scripts that the first two lack.
pub(crate) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 3] = [
        include_bytes!("../fonts/GolosText-Regular.ttf"),
        include_bytes!("../fonts/GolosText-Bold.ttf"),
        include_bytes!("../fonts/DejaVuSans-Letters.ttf"),
    ];
    files.into_iter().flat_map(|f| Font::iter(Bytes::new(f))).collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// What can be printed: each has a template of its own, which reads its data from the file beside it.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Finding,
    Opinion,
}

/// A template and the name of its data.
type Ready = Result<(Source, FileId), PaperError>;

static FINDING: LazyLock<Ready> = LazyLock::new(|| ready("finding", include_str!("finding.typ")));
static OPINION: LazyLock<Ready> = LazyLock::new(|| ready("opinion", include_str!("opinion.typ")));

fn ready(name: &str, template: &str) -> Ready {
    let source = Source::new(file(&format!("{name}.typ"))?, template.to_owned());
    Ok((source, file(&format!("{name}.json"))?))
}

fn file(name: &str) -> Result<FileId, PaperError> {
    let path = VirtualPath::new(name).map_err(|e| PaperError(e.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// All that typst can see.
struct Desk {
    template: Source,
    data_id: FileId,
    data: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The PDF of `data`, dated.
pub(crate) fn print(form: Form, data: String, on: Date) -> Result<Vec<u8>, PaperError> {
    let ready = match form {
        Form::Finding => &FINDING,
        Form::Opinion => &OPINION,
    };
    let (template, data_id) = ready.as_ref().map_err(|e| PaperError(e.0.clone()))?.clone();
    let desk = Desk { template, data_id, data: Bytes::from_string(data) };
    let pdf = export(&desk, on);
    // What typst remembers of one document helps no other, and a server would keep it for ever.
    comemo::evict(0);
    pdf
}

fn export(desk: &Desk, on: Date) -> Result<Vec<u8>, PaperError> {
    let document: PagedDocument = typst::compile(desk).output.map_err(|e| wrong(&e))?;
    let standards =
        PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|e| PaperError(e.message().to_string()))?;
    let day = Datetime::from_ymd(on.year().into(), on.month().unsigned_abs(), on.day().unsigned_abs());
    let options = PdfOptions { timestamp: day.map(Timestamp::new_utc), standards, ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|e| wrong(&e))
}

fn wrong(problems: &[SourceDiagnostic]) -> PaperError {
    let lines =
        problems.iter().map(|p| format!("{} {}", p.message, p.hints.iter().map(|h| h.v.as_str()).collect::<String>()));
    PaperError(lines.collect::<Vec<_>>().join("; "))
}
