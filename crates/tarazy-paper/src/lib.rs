//! A decision on paper: the *finding*, a PDF that an office can sign.
//!
//! *For*: documents. *May enter*: words and layout. *Never belongs here*: deciding, and any text that `tarazy-words` could say.
//! It is a room of its own because typst takes long to build, and nobody else needs it.
