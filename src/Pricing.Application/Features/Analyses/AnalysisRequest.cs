using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Analyses;

/// <summary>Reads requests for analyses; every fault is told at once.</summary>
internal static class AnalysisRequest
{
    /// <summary>Reads a request that brings its engagement.</summary>
    /// <exception cref="InvalidRequestException">The engagement or the parameters break a rule.</exception>
    public static PreparedAnalysis OfDocument(AnalysisKind kind, ReadOnlyMemory<byte> body) => Read(body, request =>
    {
        var subject = ReadEngagement(request);
        return subject is null ? LeaveParameters(request) : ReadParameters(kind, request, subject);
    });

    /// <summary>Reads a request about a stored engagement.</summary>
    /// <inheritdoc cref="OfDocument" path="/exception"/>
    public static PreparedAnalysis OfEngagement(AnalysisKind kind, AnalysisSubject subject, ReadOnlyMemory<byte> body) =>
        Read(body, request => ReadParameters(kind, request, subject));

    private static PreparedAnalysis Read(ReadOnlyMemory<byte> body, Func<ObjectReader, PreparedAnalysis?> read)
    {
        var faults = new Faults();
        using var tree = JsonTree.Parse(body, faults);
        var prepared = tree is null ? null : ObjectReader.ReadDocument(tree.Root, faults, read);
        if (faults.Any)
            throw new InvalidRequestException([.. faults.InOrder().Select(fault => new Fault(fault.Pointer, fault.Detail))]);
        return prepared!;
    }

    private static AnalysisSubject? ReadEngagement(ObjectReader request)
    {
        var engagement = request.Object("engagement", new DocumentReader(new(ReferenceUse.Refused, null)).Read);
        if (!request.IsSound)
            return null;
        try
        {
            return new(request.TextOf("engagement").ToArray(), Comparison.Of(ResolvedEngagement.From(engagement)));
        }
        catch (BeyondBoundsException e)
        {
            throw new InvalidRequestException([.. e.Faults.Select(fault => new Fault($"/engagement{fault.Pointer}", fault.Detail))]);
        }
    }

    // Beside a faulty engagement the parameters are not looked into; whether they are there is no question of it.
    private static PreparedAnalysis? LeaveParameters(ObjectReader request)
    {
        request.Object("parameters", parameters =>
        {
            parameters.LeaveOtherMembers();
            return 0;
        });
        return null;
    }

    private static PreparedAnalysis ReadParameters(AnalysisKind kind, ObjectReader request, AnalysisSubject subject) =>
        request.Object("parameters", parameters => kind.Prepare(parameters, subject));
}
