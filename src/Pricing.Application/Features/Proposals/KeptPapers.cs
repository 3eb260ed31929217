using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pricing.Application.Persistence;

namespace Pricing.Application.Features.Proposals;

/// <summary>Finds documents as they were rendered when they were sent.</summary>
internal sealed class KeptPapers(PricingDb db, ProposalPapers papers)
{
    /// <summary>A document of a version; null where the version is not sent.</summary>
    /// <exception cref="Errors.NotFoundException">It is the certificate of a version that is not accepted.</exception>
    public async Task<DocumentResponse?> Find(ProposalVersion version, PaperKind kind, CancellationToken cancellationToken)
    {
        var stored = kind == PaperKind.Certificate ? PaperKind.Proposal : kind;
        var paper = await db.ProposalPapers.AsNoTracking().SingleOrDefaultAsync(paper => paper.ProposalId == version.ProposalId && paper.VersionNumber == version.Number && paper.Kind == stored, cancellationToken);
        if (paper is null || kind != PaperKind.Certificate)
            return paper is null ? null : ProposalFileNames.Response(version, kind, paper.Content);
        var drawn = DrawnUpProposal.Of(version);
        var history = await db.ProposalHistory.AsNoTracking().Where(entry => entry.ProposalId == version.ProposalId && entry.VersionNumber == version.Number).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        return ProposalFileNames.Response(version, kind, papers.Certified(paper.Content, drawn, version, history, ProposalFileNames.Response(version, stored, []).FileName));
    }
}

/// <summary>Names of files that say what they are.</summary>
internal static class ProposalFileNames
{
    public static DocumentResponse Response(ProposalVersion version, PaperKind kind, byte[] content)
    {
        var statement = version.Frozen!;
        return new(Name(statement, version.Date!.Value, kind), content, statement.DocumentLanguage);
    }

    public static DocumentResponse Response(DrawnUpProposal drawn, PaperKind kind, byte[] content) => new(Name(drawn.Statement, drawn.Date, kind), content, drawn.Language);

    private static string Name(ProposalStatement statement, DateOnly date, PaperKind kind) => string.Create(
        CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}_{statement.Number}_v{statement.Version}_{(kind == PaperKind.Certificate ? "accepted" : "proposal")}.{Ending(kind)}");

    private static string Ending(PaperKind kind) => kind switch
    {
        PaperKind.Data => "json",
        PaperKind.Workbook => "xlsx",
        _ => "pdf",
    };
}
