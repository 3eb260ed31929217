using System.Text;
using CsCheck;
using Pricing.Application.Contract;

namespace Pricing.Application.Tests.Contract;

public sealed class HostileTextTests
{
    private static readonly byte[][] Sound = [Encoding.UTF8.GetBytes(Document.A.Text), Encoding.UTF8.GetBytes(Document.B.Text)];

    private static readonly Gen<byte[]> SoundDocument = Gen.OneOf(Sound);

    private static readonly Gen<byte[]> Replacement = Gen.OneOf(
        "null", "\"\"", "\"x\"", "\"\\ud800\"", "\"\\u0000\"", "1e400", "-1e-400", "79228162514264337593543950336", "0e99999999999999999999",
        "-0", "0.1e+12", "true", "[]", "{}", "[{}]", "[null]", "{\"\":0}", "{\"a\":{\"a\":[]}}", new string('[', 40) + new string(']', 40),
        "\"" + new string('x', 20_000) + "\"", "1" + new string('0', 500), "0." + new string('0', 500) + "1", "\"2026-13-01\"", "\"USD\"", "\"combined\"")
        .Select(Encoding.UTF8.GetBytes);

    [Fact]
    public void Flipped_bytes_end_in_an_engagement_or_in_faults() =>
        Gen.Select(SoundDocument, Gen.Select(Gen.Int[0, 13_000], Gen.Byte).Array[1, 4]).Sample((sound, flips) =>
        {
            var document = sound.ToArray();
            foreach (var (at, value) in flips)
                document[at % document.Length] = value;
            Check(document);
        }, iter: 4_000);

    [Fact]
    public void Truncations_end_in_faults() =>
        Gen.Select(SoundDocument, Gen.Int[0, 13_000]).Sample((sound, length) => Check(sound[..(length % sound.Length)]), iter: 1_000);

    [Fact]
    public void Replaced_values_end_in_an_engagement_or_in_faults() =>
        Gen.Select(SoundDocument, Gen.Select(Gen.Int[0, 10_000], Replacement).Array[1, 3]).Sample((sound, replacements) =>
        {
            var document = sound;
            foreach (var (value, replacement) in replacements)
                document = Replace(document, value, replacement);
            Check(document);
        }, iter: 4_000);

    private static void Check(byte[] document)
    {
        var reading = EngagementReader.Read(document);

        Assert.Equal(reading.IsSound, reading.Faults.Count == 0);
        foreach (var fault in reading.Faults)
        {
            Assert.True(fault.Pointer.Length == 0 || fault.Pointer[0] == '/', fault.Pointer);
            Assert.False(string.IsNullOrWhiteSpace(fault.Detail));
            Assert.True(fault.Detail.All(letter => !char.IsControl(letter)), fault.Detail);
        }

        if (reading.Engagement is { } engagement)
            Assert.Empty(EngagementReader.Read(EngagementWriter.Write(engagement)).Faults);
    }

    /// <summary>The document with the value behind one of its colons replaced, however large that value is.</summary>
    private static byte[] Replace(byte[] document, int value, byte[] replacement)
    {
        var colons = Enumerable.Range(0, document.Length).Where(at => document[at] == ':').ToArray();
        if (colons.Length == 0)
            return document;
        var start = colons[value % colons.Length] + 1;
        var end = start;
        for (var depth = 0; end < document.Length; end++)
        {
            var letter = document[end];
            if (depth == 0 && letter is (byte)',' or (byte)'}' or (byte)']')
                break;
            depth += letter switch { (byte)'{' or (byte)'[' => 1, (byte)'}' or (byte)']' => -1, _ => 0 };
        }

        return [.. document[..start], .. replacement, .. document[end..]];
    }
}
