using MediatR;
using Pricing.Application.Contract;
using Pricing.Application.Errors;
using Pricing.Model.Comparisons;
using Pricing.Model.Engagements;
using Pricing.Model.Quantities;

namespace Pricing.Application.Features.Comparisons;

/// <summary>Compares an engagement document under every fee structure; nothing is stored.</summary>
/// <param name="Document">The document, UTF-8 JSON that spells everything out.</param>
public sealed record CompareDocument(ReadOnlyMemory<byte> Document) : IRequest<ReadOnlyMemory<byte>>;

internal sealed class CompareDocumentHandler : IRequestHandler<CompareDocument, ReadOnlyMemory<byte>>
{
    public Task<ReadOnlyMemory<byte>> Handle(CompareDocument request, CancellationToken cancellationToken)
    {
        var read = EngagementReader.Read(request.Document);
        if (read.Engagement is not { } engagement)
            throw new InvalidRequestException([.. read.Faults.Select(fault => new Fault(fault.Pointer, fault.Detail))]);

        try
        {
            return Task.FromResult(ComparisonWriter.Write(Comparison.Of(ResolvedEngagement.From(engagement))));
        }
        catch (BeyondBoundsException e)
        {
            throw new InvalidRequestException([.. e.Faults.Select(fault => new Fault(fault.Pointer, fault.Detail))]);
        }
    }
}
