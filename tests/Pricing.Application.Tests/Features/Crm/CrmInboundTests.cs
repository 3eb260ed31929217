using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Features.Crm;

namespace Pricing.Application.Tests.Features.Crm;

public sealed class CrmInboundTests
{
    public static TheoryData<string> Signatures => [.. Case("hubspot-signatures").AsArray().Select(one => (string)one!["name"]!)];

    [Theory]
    [MemberData(nameof(Signatures))]
    public void A_call_of_HubSpot_is_told_from_any_other(string name)
    {
        var one = Case("hubspot-signatures").AsArray().Single(one => (string)one!["name"]! == name)!;

        var isAccepted = HubSpotSignature.Accepts(
            (string)one["secret"]!, (string)one["method"]!, (string)one["uri"]!, Encoding.UTF8.GetBytes((string)one["body"]!), (string)one["timestamp"]!, (string)one["signature"]!,
            DateTimeOffset.FromUnixTimeMilliseconds((long)one["nowMs"]!));

        Assert.Equal((string)one["expect"]! == "accept", isAccepted);
    }

    [Fact]
    public void An_event_of_HubSpot_that_comes_again_is_the_same_and_one_with_the_same_id_is_not()
    {
        var told = Read(CrmKind.Hubspot, Case("inbound")["hubspot"]!["batchOutOfOrderWithDuplicate"]!.ToJsonString());

        Assert.Equal(["9001", "9001", "9001", "9002"], told.Select(one => one.DealId));
        Assert.Equal(told[0].Key, told[2].Key);
        Assert.Equal(3, told.Select(one => one.Key).Distinct().Count());
    }

    [Fact]
    public void Both_names_of_a_deal_are_known_and_other_objects_do_not_concern_us()
    {
        Assert.Equal("9001", Read(CrmKind.Hubspot, Case("inbound")["hubspot"]!["genericObject"]!.ToJsonString()).Single().DealId);
        Assert.Equal("9001", Read(CrmKind.Hubspot, Case("inbound")["hubspot"]!["associationChange"]!.ToJsonString()).Single().DealId);
        Assert.Empty(Read(CrmKind.Hubspot, """[{"subscriptionType":"contact.creation","objectId":1},{"subscriptionType":"object.creation","objectTypeId":"0-1","objectId":1}]"""));
    }

    [Fact]
    public void A_message_of_Salesforce_that_comes_again_is_known()
    {
        var first = Read(CrmKind.Salesforce, (string)Case("inbound")["salesforce"]!["outboundMessage"]!);
        var again = Read(CrmKind.Salesforce, (string)Case("inbound")["salesforce"]!["outboundMessageRepeated"]!);

        Assert.Equal(["006000000000001AAA", "006000000000002AAA"], first.Select(one => one.DealId));
        Assert.Contains(again.Single().Key, first.Select(one => one.Key));
    }

    [Theory]
    [InlineData("update")]
    [InlineData("tooLarge")]
    public void A_call_of_Dynamics_names_its_opportunity_however_large_it_was(string sample) =>
        Assert.Equal("00000000-0000-0000-0000-000000000001", Read(CrmKind.Dynamics, Case("inbound")["dynamics"]![sample]!.ToJsonString()).Single().DealId);

    [Theory]
    [InlineData(CrmKind.Hubspot, "{")]
    [InlineData(CrmKind.Hubspot, "{}")]
    [InlineData(CrmKind.Hubspot, "null")]
    [InlineData(CrmKind.Hubspot, "[1]")]
    [InlineData(CrmKind.Hubspot, """[{"subscriptionType":5}]""")]
    [InlineData(CrmKind.Salesforce, "<a>")]
    [InlineData(CrmKind.Salesforce, """<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>""")]
    [InlineData(CrmKind.Dynamics, "[]")]
    [InlineData(CrmKind.Dynamics, "{}")]
    internal void What_cannot_be_read_is_refused(CrmKind kind, string body) => Assert.Null(CrmTold.Read(kind, Encoding.UTF8.GetBytes(body)));

    private static IReadOnlyList<CrmTold> Read(CrmKind kind, string body) => CrmTold.Read(kind, Encoding.UTF8.GetBytes(body))!;

    private static JsonNode Case(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Features", "Crm", "Cases", $"{name}.json")))!;
}
