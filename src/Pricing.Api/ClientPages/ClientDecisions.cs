using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Pricing.Application.Errors;
using Pricing.Application.Features.Proposals;

namespace Pricing.Api.ClientPages;

/// <summary>Forms of a client: accept, decline, ask. After one that was taken comes the page by GET; after any other the page with all that was typed.</summary>
internal sealed class ClientDecisions(LinkedRequests links, ProposalPages pages)
{
    private const int LargestForm = 64 * 1024;

    private static readonly FormOptions Bounds = new() { ValueCountLimit = 250, KeyLengthLimit = 100, ValueLengthLimit = LargestForm, BufferBodyLengthLimit = LargestForm };

    /// <summary>Accepts.</summary>
    public async Task<IResult> Accept(string token, HttpContext context)
    {
        var sent = await Read(context);
        var form = AcceptForm(sent);
        var request = new AcceptSharedProposal()
        {
            ContentHash = Text(sent, "contentHash"),
            Option = form.Option ?? "",
            Extras = form.Extras ?? [],
            Name = form.Name,
            Function = form.Function,
            SignedOn = Day(form.SignedOn) ?? default,
            OrderNumber = OrNull(form.OrderNumber),
        };
        return await Decide(token, request, form, decision => IsSame(decision, request), "#certificate", pointer => pointer switch
        {
            "/option" => ("option", "error.option"),
            "/name" => ("name", "error.name"),
            "/function" => ("function", "error.function"),
            "/signedOn" => ("signedOn", "error.signedOn"),
            "/orderNumber" => ("orderNumber", "error.orderNumber"),
            _ => ("extras", "error.extras"),
        }, context);
    }

    /// <summary>Shows what the choice costs, for whoever has no script; nothing is decided by it.</summary>
    public async Task<IResult> Total(string token, HttpContext context) => await pages.Show(token, AcceptForm(await Read(context)), context);

    /// <summary>Declines.</summary>
    public async Task<IResult> Decline(string token, HttpContext context)
    {
        var sent = await Read(context);
        var form = new PageForm { DeclineName = Text(sent, "name"), Reason = Text(sent, "reason") };
        var request = new DeclineSharedProposal() { ContentHash = Text(sent, "contentHash"), Name = OrNull(form.DeclineName), Reason = form.Reason };
        return await Decide(
            token, request, form, decision => decision.Reason == request.Reason && decision.Name == request.Name && decision.ContentHash == request.ContentHash, "#certificate",
            pointer => pointer == "/name" ? ("declineName", "error.optionalName") : ("reason", "error.reason"), context);
    }

    /// <summary>Asks. The same question sent twice is asked once.</summary>
    public async Task<IResult> Ask(string token, HttpContext context)
    {
        var sent = await Read(context);
        var form = new PageForm { QuestionName = Text(sent, "name"), Question = Text(sent, "text") };
        var request = new AskAboutSharedProposal() { Name = OrNull(form.QuestionName), Text = form.Question };
        var shared = await links.Send(token, new OpenSharedProposal(LinkAgents.Of(context.Request)), context.RequestAborted);
        if (shared.Questions.Any(asked => asked.Text == request.Text && asked.AskedBy == request.Name && asked.Answer is null))
            return Taken(context, token, "?asked#questions");
        try
        {
            await links.Send(token, request, context.RequestAborted);
            return Taken(context, token, "?asked#questions");
        }
        catch (InvalidRequestException refused)
        {
            return await Again(token, form, refused, pointer => pointer == "/name" ? ("questionName", "error.optionalName") : ("text", "error.text"), context);
        }
        catch (ConflictException)
        {
            return await pages.Show(token, form with { Errors = new Dictionary<string, string> { ["text"] = "error.tooMany" } }, context, StatusCodes.Status409Conflict);
        }
    }

    private async Task<IResult> Decide(
        string token, IRequest<ProposalDecision> request, PageForm form, Func<ProposalDecision, bool> isSame, string place, Func<string, (string Field, string Error)> errorOf, HttpContext context)
    {
        try
        {
            await links.Send(token, request, context.RequestAborted);
            return Taken(context, token, place);
        }
        catch (InvalidRequestException refused) when (refused.Faults.Any(fault => fault.Pointer == "/contentHash"))
        {
            return await pages.Show(token, form with { Notice = "state.changed" }, context, StatusCodes.Status400BadRequest);
        }
        catch (InvalidRequestException refused)
        {
            return await Again(token, form, refused, errorOf, context);
        }
        catch (ConflictException refused)
        {
            // A form that was sent twice was taken once, and says so.
            var shared = await links.Send(token, new OpenSharedProposal(LinkAgent.Other), context.RequestAborted);
            if (shared.Decision is { } decision && isSame(decision))
                return Taken(context, token, place);
            var notice = refused.Code == "content-changed" ? "state.changed" : shared.Decision is not null ? "state.decided" : "state.closed";
            return await pages.Show(token, form with { Notice = notice }, context, StatusCodes.Status409Conflict);
        }
    }

    private async Task<IResult> Again(string token, PageForm form, InvalidRequestException refused, Func<string, (string Field, string Error)> errorOf, HttpContext context)
    {
        var errors = refused.Faults.Select(fault => errorOf(fault.Pointer)).DistinctBy(error => error.Field).ToDictionary(error => error.Field, error => error.Error);
        return await pages.Show(token, form with { Errors = errors }, context, StatusCodes.Status400BadRequest);
    }

    private static IResult Taken(HttpContext context, string token, string place) => ClientPageRoutes.SeeOther(context, $"/p/{token}{place}");

    private static bool IsSame(ProposalDecision decision, AcceptSharedProposal request) =>
        decision.ContentHash == request.ContentHash && decision.Option == request.Option && decision.Name == request.Name && decision.Function == request.Function
        && decision.SignedOn == request.SignedOn && decision.OrderNumber == request.OrderNumber && decision.Extras.ToHashSet().SetEquals(request.Extras);

    private static PageForm AcceptForm(IFormCollection sent)
    {
        var option = OrNull(Text(sent, "option"));
        return new()
        {
            Option = option,
            Extras = option is null ? null : [.. sent.Where(field => field.Key == $"extra-{option}" || field.Key.StartsWith($"one-{option}-", StringComparison.Ordinal)).SelectMany(field => field.Value).OfType<string>()],
            Name = Text(sent, "name"),
            Function = Text(sent, "function"),
            SignedOn = Text(sent, "signedOn"),
            OrderNumber = Text(sent, "orderNumber"),
        };
    }

    private static async Task<IFormCollection> Read(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = LargestForm;
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            throw new BadHttpRequestException("A form is sent as application/x-www-form-urlencoded.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await context.Request.ReadFormAsync(Bounds, context.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException("The form is larger than any of ours.", StatusCodes.Status413PayloadTooLarge, e);
        }
    }

    // Browsers send line ends in the form of old terminals.
    private static string Text(IFormCollection sent, string field) => sent[field].ToString().ReplaceLineEndings("\n").Trim();

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
