using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Pdf.Engine;

/// <summary>Turns pages into a PDF. The library behind it is named in this folder only.</summary>
internal static class PdfFile
{
    static PdfFile() => GlobalFontSettings.FontResolver = new EmbeddedFonts();

    public static byte[] Write(IReadOnlyList<Page> pages, PdfProperties properties)
    {
        using var document = new PdfDocument();
        Describe(document, properties);
        var structure = UAManager.ForDocument(document);
        structure.SetDocumentLanguage(properties.Language);

        var fonts = new Dictionary<(Weight Weight, double Size), XFont>();
        foreach (var drawn in pages)
        {
            var page = document.AddPage();
            (page.Width, page.Height) = (XUnit.FromPoint(Grid.PageWidth), XUnit.FromPoint(Grid.PageHeight));
            using var graphics = XGraphics.FromPdfPage(page);
            new PageWriter(page, graphics, structure.StructureBuilder, fonts).Write(drawn);
            AddBookmarks(document, page, drawn);
        }

        PdfAttachments.Add(document, properties.Attachments);
        using var raw = new MemoryStream();
        document.Save(raw, closeStream: false);
        return PdfFinish.Of(raw.ToArray(), properties);
    }

    // A heading of the second level stands below the last one of the first.
    private static void AddBookmarks(PdfDocument document, PdfPage page, Page drawn)
    {
        foreach (var bookmark in drawn.Bookmarks)
        {
            var siblings = bookmark.Level > 1 && document.Outlines.Count > 0 ? document.Outlines[^1].Outlines : document.Outlines;
            siblings.Add(Legible.Of(bookmark.Title), page, opened: false);
        }
    }

    private static void Describe(PdfDocument document, PdfProperties properties)
    {
        document.Info.Title = properties.Title;
        document.Info.Author = properties.Author;
        document.Info.Subject = properties.Subject;
        document.Info.Keywords = properties.Keywords;
        if (properties.ContentHash is { } hash)
            document.Info.Elements["/ContentHash"] = new PdfString(hash);
        document.Info.CreationDate = properties.Created.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        document.Language = properties.Language;
        document.ViewerPreferences.DisplayDocTitle = true;
        document.PageMode = PdfPageMode.UseOutlines;
    }
}
