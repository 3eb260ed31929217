using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Pricing.Documents.Pdf.Engine;

/// <summary>Appends pages to a file without changing a byte of it: an incremental update, so what was there stays the beginning of the new file.</summary>
/// <remarks>Both files are written by this project. The objects of the second get higher numbers; the lists of pages, tags and bookmarks are written anew.</remarks>
internal sealed partial class PdfAppendix
{
    private readonly PdfObjects stored;
    private readonly PdfObjects added;
    private readonly Dictionary<int, int> numbers = [];
    private readonly MemoryStream file;
    private readonly SortedDictionary<int, long> places = [];

    private PdfAppendix(byte[] storedFile, byte[] addedFile, MemoryStream file)
    {
        (stored, added, this.file) = (new(storedFile), new(addedFile), file);
        file.Write(storedFile);
    }

    /// <summary>The first file with the pages of the second behind its own.</summary>
    /// <exception cref="ArgumentException">The first file was not written by this project, or something is appended to it already.</exception>
    public static byte[] Of(byte[] storedFile, byte[] addedFile)
    {
        using var file = new MemoryStream();
        var appendix = new PdfAppendix(storedFile, addedFile, file);
        appendix.Append();
        appendix.Close();
        return file.ToArray();
    }

    /// <summary>How many pages a file of ours has.</summary>
    public static int PagesOf(byte[] file)
    {
        var objects = new PdfObjects(file);
        return PdfObjects.Whole(objects.Dictionary(PdfObjects.Reference(objects.Dictionary(objects.Root), "Pages")!.Value), "Count");
    }

    private void Append()
    {
        var (catalog, own) = (stored.Dictionary(stored.Root), added.Dictionary(added.Root));
        var (pages, ownPages) = (Of(catalog, "Pages"), Of(own, "Pages"));
        var (tags, ownTags) = (Of(catalog, "StructTreeRoot"), Of(own, "StructTreeRoot"));
        var (marks, ownMarks) = (Of(catalog, "Outlines"), Of(own, "Outlines"));
        foreach (var number in added.Numbers)
            numbers[number] = number + stored.Size - 1;
        (numbers[ownPages], numbers[ownTags], numbers[ownMarks]) = (pages, tags, marks);

        var nextKey = PdfObjects.Whole(stored.Dictionary(tags), "ParentTreeNextKey");
        var ownParents = Of(added.Dictionary(ownTags), "ParentTree");
        int[] left = [added.Root, ownPages, ownTags, ownParents, ownMarks, Of(added.Trailer, "Info"), Of(own, "Metadata"), Of(own, "ViewerPreferences"), Of(own, "MarkInfo")];
        foreach (var number in added.Numbers.Except(left).Order())
            Write(numbers[number], Renumbered(added.Dictionary(number), nextKey), added.Stream(number));

        WritePages(pages, ownPages);
        WriteTags(tags, ownTags, nextKey);
        WriteBookmarks(marks, ownMarks);
    }

    private void WritePages(int pages, int ownPages)
    {
        var (text, own) = (stored.Dictionary(pages), added.Dictionary(ownPages));
        var kids = Renumbered(Kids().Match(own).Groups[1].Value, 0);
        text = Kids().Replace(text, match => $"/Kids[{match.Groups[1].Value} {kids}]");
        Write(pages, WithNumber(text, "Count", PdfObjects.Whole(text, "Count") + PdfObjects.Whole(own, "Count")), []);
    }

    private void WriteTags(int tags, int ownTags, int nextKey)
    {
        var (text, own) = (stored.Dictionary(tags), added.Dictionary(ownTags));
        var (first, second) = (Of(text, "K"), numbers[Of(own, "K")]);
        text = text.Replace($"/K {Digits(first)} 0 R", $"/K[{Digits(first)} 0 R {Digits(second)} 0 R]", StringComparison.Ordinal);
        Write(tags, WithNumber(text, "ParentTreeNextKey", nextKey + PdfObjects.Whole(own, "ParentTreeNextKey")), []);

        var parents = Of(text, "ParentTree");
        var ownNums = Nums().Match(added.Dictionary(Of(own, "ParentTree"))).Groups[1].Value;
        ownNums = Key().Replace(ownNums, match => $"{Digits(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + nextKey)}[");
        Write(parents, Nums().Replace(stored.Dictionary(parents), match => $"/Nums[{match.Groups[1].Value}{Renumbered(ownNums, 0)}]>>"), []);
    }

    private void WriteBookmarks(int marks, int ownMarks)
    {
        var (text, own) = (stored.Dictionary(marks), added.Dictionary(ownMarks));
        var (last, first) = (Of(text, "Last"), Of(own, "First"));
        var lastText = stored.Dictionary(last);
        Write(last, $"{lastText[..^2]}/Next {Digits(numbers[first])} 0 R>>", []);
        Write(numbers[first], $"{Renumbered(added.Dictionary(first), 0)[..^2]}/Prev {Digits(last)} 0 R>>", []);
        text = text.Replace($"/Last {Digits(last)} 0 R", $"/Last {Digits(numbers[Of(own, "Last")])} 0 R", StringComparison.Ordinal);
        Write(marks, text, []);
    }

    private string Renumbered(string text, int nextKey) => StructParents().Replace(
        Refers().Replace(text, match => $"{Digits(numbers[int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)])} 0 R"),
        match => $"/StructParents {Digits(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + nextKey)}");

    private void Write(int number, string dictionary, ReadOnlySpan<byte> stream)
    {
        places[number] = file.Position;
        Text($"{Digits(number)} 0 obj\n{dictionary}\n");
        if (stream.Length > 0)
        {
            file.Write(stream);
            Text("\n");
        }

        Text("endobj\n");
    }

    private void Close()
    {
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var start = file.Position;
        Text("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in places)
            Text(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n"));
        var first = FirstId().Match(stored.Trailer).Groups[1].Value;
        var info = Of(stored.Trailer, "Info");
        Text(string.Create(CultureInfo.InvariantCulture,
            $"trailer\n<</ID[<{first}><{id}>]/Info {info} 0 R/Root {stored.Root} 0 R/Size {places.Keys.Max() + 1}/Prev {stored.TableAt}>>\nstartxref\n{start}\n%%EOF\n"));
    }

    private static int Of(string dictionary, string key) => PdfObjects.Reference(dictionary, key) ?? throw new ArgumentException($"The file has no {key}.", nameof(dictionary));

    private static string WithNumber(string text, string key, int number) => Regex.Replace(text, $@"/{key} -?\d+", $"/{key} {Digits(number)}", RegexOptions.CultureInvariant);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"\b(\d+) 0 R")]
    private static partial Regex Refers();

    [GeneratedRegex(@"/StructParents (\d+)")]
    private static partial Regex StructParents();

    [GeneratedRegex(@"/Kids\[([^\]]*)\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"/Nums\[(.*)\]>>", RegexOptions.Singleline)]
    private static partial Regex Nums();

    [GeneratedRegex(@"(\d+)\[")]
    private static partial Regex Key();

    [GeneratedRegex(@"/ID\[<([0-9A-F]+)>")]
    private static partial Regex FirstId();
}
