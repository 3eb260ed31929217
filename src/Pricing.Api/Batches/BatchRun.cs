using MediatR;
using Pricing.Api.Problems;
using Pricing.Application.Errors;
using Pricing.Application.Features;
using Pricing.Application.Features.ExternalIds;
using Pricing.Application.Persistence;

namespace Pricing.Api.Batches;

/// <summary>Sends the items of a batch one after the other.</summary>
internal sealed class BatchRun(IMediator mediator, AllOrNothing unit)
{
    private const int Most = 100;

    /// <param name="batch">The batch.</param>
    /// <param name="placed">The request of an item, under its id and condition.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="InvalidRequestException">The batch is empty or too long.</exception>
    public async Task<BatchAnswer> Send<T, TView>(Batch<T> batch, Func<BatchItem<T>, UpsertCondition, IUpsert<TView>> placed, HttpContext context)
        where TView : IVersioned
    {
        if (batch.Items.Count is < 1 or > Most || batch.Items.Any(item => item is null))
            throw new InvalidRequestException([new("/items", "items holds 1 to 100 records.")]);
        if (batch.Items.Index().Where(entry => entry.Item.Record is null).Select(entry => new Fault($"/items/{entry.Index}/record", "record is missing.")).ToList() is { Count: > 0 } faults)
            throw new InvalidRequestException(faults);   // the platform lets null pass for a member of a generic type

        var results = new List<BatchResult>();
        var isDone = batch.Atomic ? await unit.Run(SendAll) : await SendAll() || results.Count > 0;
        return new(isDone ? results : [.. results.Select(result => TakenBack(result, context))]);

        async Task<bool> SendAll()
        {
            foreach (var item in batch.Items)
            {
                results.Add(await Send(item, () => placed(item, ETags.ConditionOf(item.IfMatch, null)), context));
                unit.Forget();
            }

            return results.All(result => result.Problem is null);
        }
    }

    private async Task<BatchResult> Send<T, TView>(BatchItem<T> item, Func<IUpsert<TView>> request, HttpContext context)
        where TView : IVersioned
    {
        try
        {
            var placed = request();
            var upserted = await unit.DespiteRaces(() => mediator.Send(placed, context.RequestAborted));
            var status = upserted.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
            return new(item.System, item.ExternalId, status, upserted.View.Id, ETags.Of(upserted.View.Version), null);
        }
        catch (Exception e) when (ProblemMapping.IsRefusal(e))
        {
            // One item's refusal is that item's result; a fault of ours fails the call.
            var problem = ProblemMapping.BodyOf(e, context);
            return new(item.System, item.ExternalId, problem.Status, null, null, problem);
        }
    }

    private static BatchResult TakenBack(BatchResult result, HttpContext context) => result.Problem is not null
        ? result
        : new(result.System, result.ExternalId, ProblemType.TakenBack.Status, null, null, ProblemWriter.BodyOf(context, ProblemType.TakenBack, $"{ProblemType.TakenBack.Cause} {ProblemType.TakenBack.Cure}"));
}
