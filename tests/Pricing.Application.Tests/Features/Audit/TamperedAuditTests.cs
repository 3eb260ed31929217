using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Clients;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.Audit;

/// <summary>What somebody does who holds the database file.</summary>
public sealed class TamperedAuditTests
{
    [Trait("Gate", "G35")]
    [Fact]
    public async Task Every_tampering_past_the_database_is_found_and_located()
    {
        await using var desk = await Desk.Open();
        var rounds = GateSize.Of("G35", ci: 100, gate: 2_000);

        var length = await AssertFound(desk, rounds);

        GateSize.Measured("G35", $"{rounds} tamperings of 7 kinds with {length} entries: each found and located");
    }

    [Trait("Gate", "G35")]
    [Fact]
    public async Task A_long_trail_is_verified_in_seconds_and_tampering_anywhere_in_it_is_found()
    {
        await using var desk = await Desk.Open();
        var facts = Enumerable.Range(1, GateSize.Of("G35entries", ci: 2_000, gate: 100_000)).Select(version =>
            new AuditFact(SeedIds.Agency, "revised", "client", SeedIds.Of("client", "long"), version, """{"changes":[{"path":"/name","before":"Alt","after":"Neu"}]}"""));
        await desk.ContinueTrail(facts);

        var watch = Stopwatch.StartNew();
        Assert.True((await desk.Send(new VerifyAudit())).Intact);
        var elapsed = watch.Elapsed;
        var rounds = GateSize.Of("G35long", ci: 7, gate: 2_000);
        var length = await AssertFound(desk, rounds);

        Assert.True(elapsed < TimeSpan.FromSeconds(10), $"{elapsed} for {length} entries");
        GateSize.Measured("G35", $"{length} entries verified in {elapsed.TotalSeconds:0.0} s, {rounds} tamperings anywhere in them found and located");
    }

    /// <returns>How many entries the trail has.</returns>
    private static async Task<int> AssertFound(Desk desk, int rounds)
    {
        var other = await desk.OtherAgency();
        for (var i = 0; i < 20; i++)
            await desk.Send(new CreateClient { Name = string.Create(CultureInfo.InvariantCulture, $"Fremd {i}") }, other);
        await desk.Anchor();
        var length = (int)(await desk.Send(new VerifyAudit())).Entries;
        await desk.Db(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var untouched = await File.ReadAllBytesAsync(desk.File, TestContext.Current.CancellationToken);
        var random = new CsCheck.PCG(7, 20_261_125);

        for (var round = 0; round < rounds; round++)
        {
            var at = 2 + (int)(random.Next() % (uint)(length - 3));
            var (statement, first) = Tampering(round % 7, at, length, other.TenantId);
            await desk.Tamper($"DROP TRIGGER \"AuditEntries_are_kept\"; DROP TRIGGER \"AuditEntries_stay_as_written\"; PRAGMA foreign_keys = OFF; {statement}");

            var verification = await desk.Send(new VerifyAudit());

            Assert.False(verification.Intact, $"Round {round}: {statement}");
            Assert.Equal((round, first), (round, verification.Fault!.Sequence));
            await desk.PutBack(untouched);
        }

        Assert.True((await desk.Send(new VerifyAudit())).Intact);
        return length;
    }

    // What somebody with the file does: change, delete, insert, reorder, cut the end, empty a payload, take an entry of another agency.
    private static (string Statement, long First) Tampering(int kind, int at, int length, Guid other)
    {
        var own = $"\"TenantId\" = '{SeedIds.Agency.ToString().ToUpperInvariant()}'";
        var columns = "\"At\", \"UserId\", \"KeyId\", \"Action\", \"Kind\", \"RecordId\", \"Version\", \"Payload\", \"Salt\", \"PayloadHash\", \"Hash\"";
        FormattableString statement = kind switch
        {
            0 => $"UPDATE \"AuditEntries\" SET \"Payload\" = replace(\"Payload\", ':', ' :') WHERE {own} AND \"Sequence\" = {at}",
            1 => $"DELETE FROM \"AuditEntries\" WHERE {own} AND \"Sequence\" = {at}",
            2 => $"UPDATE \"AuditEntries\" SET \"UserId\" = '00000000-0000-0000-0000-000000000000' WHERE {own} AND \"Sequence\" = {at}",
            3 => $"UPDATE \"AuditEntries\" SET \"Sequence\" = -1 WHERE {own} AND \"Sequence\" = {at}; UPDATE \"AuditEntries\" SET \"Sequence\" = {at} WHERE {own} AND \"Sequence\" = {at + 1}; UPDATE \"AuditEntries\" SET \"Sequence\" = {at + 1} WHERE {own} AND \"Sequence\" = -1",
            4 => $"DELETE FROM \"AuditEntries\" WHERE {own} AND \"Sequence\" >= {at}",
            5 => $"UPDATE \"AuditEntries\" SET \"Payload\" = NULL, \"Salt\" = NULL WHERE {own} AND \"Sequence\" = {at}",
            _ => $"DELETE FROM \"AuditEntries\" WHERE {own} AND \"Sequence\" = {at}; INSERT INTO \"AuditEntries\" (\"TenantId\", \"Sequence\", {columns}) SELECT '{SeedIds.Agency.ToString().ToUpperInvariant()}', {at}, {columns} FROM \"AuditEntries\" WHERE \"TenantId\" = '{other.ToString().ToUpperInvariant()}' AND \"Sequence\" = 5",
        };
        var first = kind == 1 ? at + 1 : at;
        return (statement.ToString(CultureInfo.InvariantCulture), first);
    }
}
