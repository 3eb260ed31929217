using System.Text;
using Pricing.Application.Contract;

namespace Pricing.Application.Tests.Contract;

public sealed class DocumentTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{]")]
    [InlineData("{} {}")]
    [InlineData("{\"name\":1,}")]
    [InlineData("{/* no */}")]
    [InlineData("{\"name\":01}")]
    [InlineData("{\"name\":NaN}")]
    [InlineData("{\"name\":\"a\nb\"}")]
    [InlineData("{\"name\":\"\\x\"}")]
    [InlineData("{'name':1}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    public void Names_the_root_where_it_is_no_document(string text) => new Document(text).RefusedAt("");

    [Fact]
    public void Refuses_a_byte_order_mark()
    {
        byte[] document = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Document.A.Text)];

        Assert.Equal("", Assert.Single(EngagementReader.Read(document).Faults).Pointer);
    }

    [Fact]
    public void Refuses_invalid_UTF_8_even_inside_a_text()
    {
        var document = Encoding.Latin1.GetBytes(Document.A.Replacing("Consumer goods", "Müsli").Text);

        Assert.Equal("The document is no valid UTF-8.", Assert.Single(EngagementReader.Read(document).Faults).Detail);
    }

    [Theory]
    [InlineData(31, "/notes")]
    [InlineData(32, "")]
    public void Takes_thirty_two_levels(int levelsBelowTheRoot, string pointer)
    {
        var nested = new string('[', levelsBelowTheRoot) + new string(']', levelsBelowTheRoot);

        Document.A.Replacing("\"client\":", $"\"notes\": {nested}, \"client\":").RefusedAt(pointer);
    }

    [Theory]
    [InlineData(1_048_575, true)]
    [InlineData(1_048_576, true)]
    [InlineData(1_048_577, false)]
    public void Takes_one_mebibyte(int length, bool isTaken)
    {
        var reading = new Document(Document.A.Text.PadRight(length)).Read();

        Assert.Equal(isTaken, reading.IsSound);
        Assert.All(reading.Faults, fault => Assert.Equal("", fault.Pointer));
    }

    [Fact]
    public void Ends_a_list_of_faults_that_nobody_can_want()
    {
        var entries = string.Join(',', Enumerable.Repeat("0", 400_000));

        var faults = Document.A.Replacing("\"costs\": [", $"\"costs\": [{entries},").Read().Faults;

        Assert.InRange(faults.Count, 10_000, 10_001);
    }
}
