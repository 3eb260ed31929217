using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Pricing.Documents.Pdf.Engine;

/// <summary>Mends what the PDF library leaves undone in a file it has saved, so that strict readers accept it and its bytes depend on nothing but the input.</summary>
/// <remarks>
/// The library ends no compressed stream with its checksum, writes unescaped text into the metadata, and names font subsets,
/// links and the file by chance. Objects are rewritten one by one and the cross-reference table anew; nothing is parsed deeper.
/// </remarks>
internal static partial class PdfFinish
{
    // As many bytes as the sums hold before they have to be reduced.
    private const int AdlerRun = 5552;

    private static readonly byte[] StreamStart = ">>\nstream\n"u8.ToArray();

    public static byte[] Of(byte[] raw, PdfProperties properties)
    {
        var table = Latin(raw, TableAt(raw), raw.Length - TableAt(raw));
        var objects = Offsets(table);
        var ends = objects.Values.Order().Append(TableAt(raw)).ToArray();
        using var file = new MemoryStream(raw.Length + 4096);
        file.Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"u8);

        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var places = new SortedDictionary<int, long>();
        foreach (var (number, offset) in objects.OrderBy(entry => entry.Value))
        {
            places[number] = file.Position;
            var end = ends[Array.BinarySearch(ends, offset) + 1];
            Rewrite(raw.AsSpan(offset, end - offset), file, tags, properties);
        }

        Close(file, places, table);
        return file.ToArray();
    }

    private static void Rewrite(ReadOnlySpan<byte> body, MemoryStream file, Dictionary<string, string> tags, PdfProperties properties)
    {
        var start = body.IndexOf(StreamStart);
        if (start < 0)
        {
            var text = Encoding.Latin1.GetString(body);
            if (text.Contains("/Annot", StringComparison.Ordinal))
                text = Chance().Replace(text, "");
            Write(file, SubsetTag().Replace(text, match => Tag(match.Value, tags)));
            return;
        }

        var head = Encoding.Latin1.GetString(body[..start]);
        var length = int.Parse(Length().Match(head).Groups[1].Value, CultureInfo.InvariantCulture);
        var content = body.Slice(start + StreamStart.Length, length);
        if (head.Contains("/Type/Metadata", StringComparison.Ordinal))
            content = Encoding.UTF8.GetBytes(PdfMetadata.Of(properties));
        else if (head.Contains("/FlateDecode", StringComparison.Ordinal))
            content = WithChecksum(content);
        Write(file, Length().Replace(head, string.Create(CultureInfo.InvariantCulture, $"/Length {content.Length}")));
        file.Write(StreamStart);
        file.Write(content);
        file.Write("\nendstream\nendobj\n"u8);
    }

    // A zlib stream is a header of two bytes, the deflated data and the Adler-32 of what was deflated.
    private static byte[] WithChecksum(ReadOnlySpan<byte> stream)
    {
        using var inflated = new MemoryStream();
        using (var deflate = new DeflateStream(new MemoryStream(stream[2..].ToArray()), CompressionMode.Decompress))
            deflate.CopyTo(inflated);
        var (low, high) = (1u, 0u);
        for (var rest = inflated.GetBuffer().AsSpan(0, (int)inflated.Length); rest.Length > 0; rest = rest[Math.Min(rest.Length, AdlerRun)..])
        {
            foreach (var value in rest[..Math.Min(rest.Length, AdlerRun)])
                high += low += value;
            (low, high) = (low % 65521, high % 65521);
        }

        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, high << 16 | low);
        return [.. stream, .. checksum];
    }

    private static void Close(MemoryStream file, SortedDictionary<int, long> places, string oldTable)
    {
        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
        var (start, size) = (file.Position, places.Keys.Max() + 1);
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n"));
        for (var number = 1; number < size; number++)
        {
            if (places.TryGetValue(number, out var place))
                table.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
            else
                table.Append("0000000000 00001 f \n");
        }

        var (info, root) = (Reference("Info", oldTable), Reference("Root", oldTable));
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<</ID[<{id}><{id}>]/Info {info}/Root {root}/Size {size}>>\nstartxref\n{start}\n%%EOF\n");
        Write(file, table.ToString());
    }

    private static Dictionary<int, int> Offsets(string table)
    {
        var offsets = new Dictionary<int, int>();
        var number = 0;
        foreach (var line in table.Split('\n'))
        {
            if (Subsection().Match(line) is { Success: true } section)
                number = int.Parse(section.Groups[1].Value, CultureInfo.InvariantCulture);
            else if (Entry().Match(line) is { Success: true } entry)
                Add(entry, number++);
            else if (line.StartsWith("trailer", StringComparison.Ordinal))
                break;
        }

        return offsets;

        void Add(Match entry, int of)
        {
            if (entry.Groups[2].Value == "n")
                offsets[of] = int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture);
        }
    }

    private static int TableAt(byte[] raw)
    {
        var tail = Latin(raw, Math.Max(0, raw.Length - 64), Math.Min(64, raw.Length));
        return int.Parse(Start().Match(tail).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static string Reference(string key, string table) => Regex.Match(table, $@"/{key} (\d+ \d+ R)").Groups[1].Value;

    private static string Tag(string tag, Dictionary<string, string> tags)
    {
        if (!tags.TryGetValue(tag, out var stable))
            tags[tag] = stable = string.Create(6, tags.Count, (letters, count) => { letters.Fill('A'); letters[5] += (char)count; });
        return stable;
    }

    private static string Latin(byte[] bytes, int from, int count) => Encoding.Latin1.GetString(bytes, from, count);

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"(?<=/)[A-Z]{6}(?=\+IBM)")]
    private static partial Regex SubsetTag();

    // Name and day of a link, which the library draws from a generator and the clock.
    [GeneratedRegex(@"/M ?\(D:[^)]*\)|/NM ?\([0-9a-f-]{36}\)")]
    private static partial Regex Chance();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex Length();

    [GeneratedRegex(@"^(\d+) \d+\s*$")]
    private static partial Regex Subsection();

    [GeneratedRegex(@"^(\d{10}) \d{5} ([nf])")]
    private static partial Regex Entry();

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex Start();
}
