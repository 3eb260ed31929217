using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using Pricing.Application.Errors;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Audit;
using Pricing.Application.Features.Repricing;
using Pricing.Application.Persistence;
using Pricing.Documents.Charts;
using Pricing.Model.Analyses;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Proposals;

/// <summary>What changed between two versions of a proposal, and what it did to fee and scope.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later one.</param>
public sealed record CompareProposalVersions(Guid Id, int From, int To) : IRequest<ProposalDifference>;

/// <summary>Draws what changed the fee of the recommended option between two versions, as a bridge.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later one.</param>
/// <param name="Form">The picture.</param>
public sealed record DrawProposalVersions(Guid Id, int From, int To, AnswerForm Form) : IRequest<byte[]>;

/// <summary>What changed between two versions.</summary>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later one.</param>
/// <param name="Currency">ISO 4217 code of the amounts.</param>
/// <param name="Options">Net price of each option before and after, matched by letter.</param>
/// <param name="Fee">The fee of the recommended option by cause, without the lines that the client chooses; null where a structure is infeasible on the way.</param>
/// <param name="Extras">What the preselected lines of groups change beside it.</param>
/// <param name="Scope">Deliverables of the recommended option that came, went or changed.</param>
/// <param name="Terms">What was stated otherwise, place by place.</param>
public sealed record ProposalDifference(
    int From, int To, string Currency, IReadOnlyList<OptionDifference> Options, PriceBridge? Fee, decimal Extras, IReadOnlyList<DeliverableDifference> Scope, IReadOnlyList<FieldChange> Terms);

/// <summary>An option before and after.</summary>
/// <param name="Letter">Its letter.</param>
/// <param name="Before">Its name and net price before; null where there was none.</param>
/// <param name="After">Its name and net price after; null where there is none.</param>
/// <param name="Change">The change of the net price.</param>
public sealed record OptionDifference(string Letter, OptionPriceView? Before, OptionPriceView? After, decimal Change);

/// <summary>Name and net price of an option.</summary>
/// <param name="Name">Name.</param>
/// <param name="Net">Net price.</param>
public sealed record OptionPriceView(string Name, decimal Net);

/// <summary>A deliverable before and after.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">What it was; null where it is new.</param>
/// <param name="After">What it is; null where it is gone.</param>
public sealed record DeliverableDifference(string Name, Deliverable? Before, Deliverable? After);

internal sealed class CompareProposalVersionsValidator : AbstractValidator<CompareProposalVersions>
{
    public CompareProposalVersionsValidator()
    {
        RuleFor(request => request.From).GreaterThanOrEqualTo(1).WithMessage("from is the number of a version.");
        RuleFor(request => request.To).Must((request, to) => to > request.From).WithMessage("to is a later version than from.");
    }
}

internal sealed class DrawProposalVersionsValidator : AbstractValidator<DrawProposalVersions>
{
    public DrawProposalVersionsValidator() => this.BoundPicture(request => request.Form);
}

internal sealed class CompareProposalVersionsHandler(PricingDb db, ProposalDesk desk)
    : IRequestHandler<CompareProposalVersions, ProposalDifference>, IRequestHandler<DrawProposalVersions, byte[]>
{
    public async Task<ProposalDifference> Handle(CompareProposalVersions request, CancellationToken cancellationToken)
    {
        var (before, termsBefore) = await Read(request.Id, request.From, cancellationToken);
        var (after, termsAfter) = await Read(request.Id, request.To, cancellationToken);
        var letters = before.Client.Options.Concat(after.Client.Options).Select(option => option.Letter!).Distinct().Order(StringComparer.Ordinal);
        return new(
            request.From, request.To, after.Client.Currency.Code, [.. letters.Select(letter => OptionOf(letter, before, after))], Bridge(before, after),
            ExtrasOf(after) - ExtrasOf(before), ScopeOf(before.Client.Deliverables, after.Client.Deliverables), [.. JsonDifference.Between(JsonNode.Parse(termsBefore), JsonNode.Parse(termsAfter))]);
    }

    public async Task<byte[]> Handle(DrawProposalVersions request, CancellationToken cancellationToken)
    {
        var difference = await Handle(new CompareProposalVersions(request.Id, request.From, request.To), cancellationToken);
        var (after, _) = await Read(request.Id, request.To, cancellationToken);
        var bridge = difference.Fee ?? throw new UnprocessableException("nothing-to-offer", "A fee structure is infeasible on the way from one version to the other, so there is no bridge of the fee.");
        var structure = after.Client.Recommended;
        var subject = new ChartSubject(after.Statement.Title, after.Client.Currency, [(structure.Name, structure.Name)]);
        var data = new RepricingChartData(ComparisonFigure.ExpectedFee, bridge.From, bridge.To, [.. bridge.Steps.Select(step => (step.Cause, step.Amount))], Version(request.From), default, default) { EndedWith = Version(request.To) };
        return RepricingChart.Of(data, subject, request.Form.Language).Drawn(request.Form);

        string Version(int number) => $"{after.Statement.Number}, v{number}";
    }

    private async Task<(DrawnUpProposal Drawn, string Terms)> Read(Guid id, int number, CancellationToken cancellationToken)
    {
        var (proposal, version) = await db.ReadProposal(id, number, cancellationToken);
        return (await desk.DrawUp(proposal, version, cancellationToken), version.Terms);
    }

    private static OptionDifference OptionOf(string letter, DrawnUpProposal before, DrawnUpProposal after)
    {
        var (was, @is) = (Find(before), Find(after));
        return new(letter, was, @is, (@is?.Net ?? 0) - (was?.Net ?? 0));

        OptionPriceView? Find(DrawnUpProposal drawn) => drawn.Client.Options.FirstOrDefault(option => option.Letter == letter) is { } option ? new(option.Name, option.Net) : null;
    }

    private static PriceBridge? Bridge(DrawnUpProposal before, DrawnUpProposal after)
    {
        var (was, @is) = (Recommended(before), Recommended(after));
        try
        {
            return PriceBridge.Of(
                RepricingBridge.Of(was.Comparison.Engagement.Document, was.Structure, @is.Comparison.Engagement.Document, @is.Structure), stage => stage.Comparison.Structures[0].ExpectedFee);
        }
        catch (BeyondBoundsException)
        {
            return null;   // a stage mixes both versions and may be priced by neither
        }
    }

    private static ProposedOption Recommended(DrawnUpProposal drawn) => drawn.Options.Single(option => option.IsRecommended);

    private static decimal ExtrasOf(DrawnUpProposal drawn) => drawn.Client.Recommended.Extras.Where(extra => extra.IsInBasePrice).Sum(extra => extra.Amount);

    // Several of one name are told apart by their place among them.
    private static DeliverableDifference[] ScopeOf(IReadOnlyList<Deliverable> before, IReadOnlyList<Deliverable> after)
    {
        var (was, @is) = (Placed(before), Placed(after));
        return [.. was.Keys.Union(@is.Keys).Select(key => new DeliverableDifference(key.Name, was.GetValueOrDefault(key), @is.GetValueOrDefault(key))).Where(pair => pair.Before != pair.After)];

        static Dictionary<(string Name, int Place), Deliverable> Placed(IReadOnlyList<Deliverable> all) =>
            all.GroupBy(one => one.Name).SelectMany(group => group.Select((one, place) => (Key: (one.Name, place), one))).ToDictionary(pair => pair.Key, pair => pair.one);
    }
}
