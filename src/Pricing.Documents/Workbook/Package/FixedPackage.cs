using System.IO.Compression;
using System.Text;

namespace Pricing.Documents.Workbook.Package;

/// <summary>A package without what chance and the clock put into it: the same workbook is the same file.</summary>
internal static class FixedPackage
{
    private const string Properties = "docProps/core.psmdcp", Relations = "_rels/.rels";

    // What the package names anew each time: the part of the properties, and the relations of the package to its parts.
    private const string RelationsXml = $"""
        <?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="workbook" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/><Relationship Id="properties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="/{Properties}"/></Relationships>
        """;

    // The earliest time that a zip file can state.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(Stream package)
    {
        using var file = new MemoryStream();
        using (var parts = new ZipArchive(package, ZipArchiveMode.Read))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var part in parts.Entries)
                Copy(part, zip);
        }

        return file.ToArray();
    }

    private static void Copy(ZipArchiveEntry part, ZipArchive zip)
    {
        var entry = zip.CreateEntry(part.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) ? Properties : part.FullName);
        entry.LastWriteTime = NoTime;
        using var target = entry.Open();
        if (part.FullName == Relations)
        {
            target.Write(Encoding.UTF8.GetBytes(RelationsXml));
            return;
        }

        using var source = part.Open();
        source.CopyTo(target);
    }
}
