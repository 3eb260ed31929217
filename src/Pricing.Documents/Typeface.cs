using System.Buffers.Binary;

namespace Pricing.Documents;

/// <summary>An embedded font: its bytes, which characters it draws and how wide each is.</summary>
/// <remarks>Every surface measures with these widths, so a drawing breaks its lines alike on each of them.</remarks>
internal sealed class Typeface
{
    private static readonly Typeface[] All = [.. Enum.GetValues<Weight>().Select(weight => new Typeface(weight))];

    // Advance per character of the basic plane in units of the em; -1 where the font has none.
    private readonly short[] advances = new short[char.MaxValue + 1];
    private readonly double unitsPerEm;

    private Typeface(Weight weight)
    {
        Name = $"IBMPlexSans-{weight}";
        var assembly = typeof(Typeface).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Pricing.Documents.Fonts.{Name}.ttf")
            ?? throw new InvalidOperationException($"The font {Name} is not embedded.");
        Bytes = new byte[stream.Length];
        stream.ReadExactly(Bytes);
        unitsPerEm = ReadUInt16(Table("head") + 18);
        ReadAdvances();
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public static Typeface Of(Weight weight) => All[(int)weight];

    public bool Has(char character) => advances[character] >= 0;

    public double Width(ReadOnlySpan<char> text, double size)
    {
        var units = 0;
        foreach (var character in text)
            units += Math.Max((short)0, advances[character]);
        return units * size / unitsPerEm;
    }

    // The character map of the basic plane: platform 3, encoding 1, format 4.
    private void ReadAdvances()
    {
        Array.Fill(advances, (short)-1);
        var metrics = ReadUInt16(Table("hhea") + 34);
        var (widths, map) = (Table("hmtx"), CharacterMap());
        var doubledSegments = ReadUInt16(map + 6);
        for (var segment = 0; segment < doubledSegments; segment += 2)
        {
            int last = ReadUInt16(map + 14 + segment), first = ReadUInt16(map + 16 + doubledSegments + segment);
            int delta = ReadUInt16(map + 16 + 2 * doubledSegments + segment), rangeAt = map + 16 + 3 * doubledSegments + segment;
            int range = ReadUInt16(rangeAt);
            for (var character = first; character <= last && character < char.MaxValue; character++)
            {
                var glyph = range == 0 ? character + delta & 0xFFFF : ReadUInt16(rangeAt + range + 2 * (character - first));
                if (range != 0 && glyph != 0)
                    glyph = glyph + delta & 0xFFFF;
                if (glyph != 0)
                    advances[character] = (short)ReadUInt16(widths + 4 * Math.Min(glyph, metrics - 1));
            }
        }
    }

    private int CharacterMap()
    {
        var start = Table("cmap");
        for (var record = start + 4; record < start + 4 + 8 * ReadUInt16(start + 2); record += 8)
        {
            if (ReadUInt16(record) == 3 && ReadUInt16(record + 2) == 1)
                return start + (int)BinaryPrimitives.ReadUInt32BigEndian(Bytes.AsSpan(record + 4));
        }

        throw new InvalidOperationException($"The font {Name} has no Unicode map.");
    }

    private int Table(string tag)
    {
        for (var record = 12; record < 12 + 16 * ReadUInt16(4); record += 16)
        {
            if (tag.Select((letter, i) => Bytes[record + i] == letter).All(same => same))
                return (int)BinaryPrimitives.ReadUInt32BigEndian(Bytes.AsSpan(record + 8));
        }

        throw new InvalidOperationException($"The font {Name} has no table {tag}.");
    }

    private ushort ReadUInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Bytes.AsSpan(at));
}
