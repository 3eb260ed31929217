using PdfSharp.Pdf;

namespace Pricing.Documents.Pdf.Engine;

/// <summary>Puts files into a document, each with its relationship to it (ISO 32000-2, associated files).</summary>
internal static class PdfAttachments
{
    public static void Add(PdfDocument document, IReadOnlyList<PdfAttachment> attachments)
    {
        if (attachments.Count == 0)
            return;
        var (names, associated) = (new PdfArray(document), new PdfArray(document));
        // Readers search the names by halves, so they stand in order.
        foreach (var attachment in attachments.OrderBy(attachment => attachment.Name, StringComparer.Ordinal))
        {
            var file = Specification(document, attachment, Embedded(document, attachment));
            names.Elements.Add(new PdfString(attachment.Name));
            names.Elements.Add(file.Reference!);
            associated.Elements.Add(file.Reference!);
        }

        var (tree, embedded) = (new PdfDictionary(document), new PdfDictionary(document));
        tree.Elements["/Names"] = names;
        embedded.Elements["/EmbeddedFiles"] = tree;
        document.Internals.Catalog.Elements["/Names"] = embedded;
        document.Internals.Catalog.Elements["/AF"] = associated;
    }

    private static PdfDictionary Specification(PdfDocument document, PdfAttachment attachment, PdfDictionary stream)
    {
        var (file, streams) = (new PdfDictionary(document), new PdfDictionary(document));
        streams.Elements["/F"] = stream.Reference!;
        streams.Elements["/UF"] = stream.Reference!;
        file.Elements["/Type"] = new PdfName("/Filespec");
        file.Elements["/F"] = new PdfString(attachment.Name);
        file.Elements["/UF"] = new PdfString(attachment.Name);
        file.Elements["/EF"] = streams;
        file.Elements["/AFRelationship"] = new PdfName($"/{attachment.Relationship}");
        file.Elements["/Desc"] = new PdfString(attachment.Description, PdfStringEncoding.Unicode);
        document.Internals.AddObject(file);
        return file;
    }

    private static PdfDictionary Embedded(PdfDocument document, PdfAttachment attachment)
    {
        var (stream, parameters) = (new PdfDictionary(document), new PdfDictionary(document));
        stream.CreateStream(attachment.Content);
        parameters.Elements["/Size"] = new PdfInteger(attachment.Content.Length);
        stream.Elements["/Type"] = new PdfName("/EmbeddedFile");
        stream.Elements["/Subtype"] = new PdfName($"/{attachment.MediaType}");
        stream.Elements["/Params"] = parameters;
        document.Internals.AddObject(stream);
        return stream;
    }
}
