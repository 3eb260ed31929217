using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pricing.Documents.Pdf.Engine;

/// <summary>The objects of a file that this project has written: plain dictionaries, one table of places.</summary>
internal sealed partial class PdfObjects
{
    private readonly byte[] file;
    private readonly Dictionary<int, int> places = [];
    private readonly int[] ends;
    private readonly string trailer;

    /// <exception cref="ArgumentException">The file was not written by this project, or something is appended to it already.</exception>
    public PdfObjects(byte[] file)
    {
        this.file = file;
        var tail = Latin(Math.Max(0, file.Length - 64), Math.Min(64, file.Length));
        if (!Start().IsMatch(tail))
            throw new ArgumentException("The file is no PDF of ours.", nameof(file));
        TableAt = int.Parse(Start().Match(tail).Groups[1].Value, CultureInfo.InvariantCulture);
        if (TableAt >= file.Length)
            throw new ArgumentException("The file is no PDF of ours.", nameof(file));
        var table = Latin(TableAt, file.Length - TableAt);
        trailer = table[Math.Max(0, table.IndexOf("trailer", StringComparison.Ordinal))..];
        if (trailer.Contains("/Prev", StringComparison.Ordinal) || !trailer.Contains("/Root", StringComparison.Ordinal))
            throw new ArgumentException("The file is no PDF of ours, or something is appended to it already.", nameof(file));

        var number = 0;
        foreach (Match entry in Entry().Matches(table))
        {
            if (entry.Groups[2].Value == "n")
                places[number] = int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture);
            number++;
        }

        Size = number;
        ends = [.. places.Values.Order(), TableAt];
    }

    /// <summary>Where its table of places starts.</summary>
    public int TableAt { get; }

    /// <summary>One more than the highest number of an object.</summary>
    public int Size { get; }

    public IEnumerable<int> Numbers => places.Keys;

    /// <summary>The trailer's text, from its keyword on.</summary>
    public string Trailer => trailer;

    public int Root => Reference(trailer, "Root")!.Value;

    /// <summary>The dictionary of an object, without its stream and the words around it.</summary>
    public string Dictionary(int number)
    {
        var (from, end) = Extent(number);
        var bytes = file.AsSpan(from, end - from);
        var stream = bytes.IndexOf("stream\n"u8);
        var head = Encoding.Latin1.GetString(stream < 0 ? bytes : bytes[..stream]);
        var start = head.IndexOf(" obj\n", StringComparison.Ordinal) + 5;
        var stop = head.LastIndexOf("endobj", StringComparison.Ordinal);
        return head[start..(stop < start ? head.Length : stop)].TrimEnd('\n');
    }

    /// <summary>The stream of an object with the words around it; empty where it has none.</summary>
    public ReadOnlySpan<byte> Stream(int number)
    {
        var (from, end) = Extent(number);
        var bytes = file.AsSpan(from, end - from);
        var stream = bytes.IndexOf("stream\n"u8);
        return stream < 0 ? [] : bytes[stream..(bytes.LastIndexOf("endstream"u8) + "endstream"u8.Length)];
    }

    /// <summary>The object that an entry of a dictionary refers to; null where it has no such entry.</summary>
    public static int? Reference(string dictionary, string key) =>
        Regex.Match(dictionary, $@"/{key} (\d+) 0 R", RegexOptions.CultureInvariant) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>The whole number of an entry.</summary>
    public static int Whole(string dictionary, string key) =>
        int.Parse(Regex.Match(dictionary, $@"/{key} (-?\d+)", RegexOptions.CultureInvariant).Groups[1].Value, CultureInfo.InvariantCulture);

    private (int From, int End) Extent(int number)
    {
        var from = places[number];
        return (from, ends[Array.BinarySearch(ends, from) + 1]);
    }

    private string Latin(int from, int count) => Encoding.Latin1.GetString(file, from, count);

    [GeneratedRegex(@"startxref\s+(\d{1,9})\s+%%EOF\s*$")]
    private static partial Regex Start();

    [GeneratedRegex(@"(\d{10}) \d{5} ([nf]) ?\n")]
    private static partial Regex Entry();
}
