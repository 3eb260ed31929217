using MediatR;
using Pricing.Api.Problems;
using Pricing.Api.RateLimits;
using Pricing.Application.Features.Crm;

namespace Pricing.Api.Endpoints;

/// <summary>Where CRMs call. Not part of the API: each call proves itself by its vendor's rule.</summary>
internal static class CrmHooks
{
    private const string PublicAddress = "PublicAddress", OwnPublicAddress = "Crm:PublicAddress", TokenHeader = "X-Pricing-Hook-Token", Acknowledged = """
        <?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>
        """;

    public static void MapCrmHooks(this IEndpointRouteBuilder app) =>
        app.MapPost("/hooks/{kind}/{id:guid}", Receive).AddEndpointFilter<HookLimit>().AllowAnonymous().ExcludeFromDescription();

    private static async Task Receive(string kind, Guid id, HttpContext context, IMediator mediator, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var crm = Query.Code<CrmKind>(kind, "kind")!.Value;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken);
        var headers = context.Request.Headers;

        // From the settings, never from Host: whoever calls writes that.
        var address = (configuration[OwnPublicAddress] ?? configuration[PublicAddress]) is { Length: > 0 } known ? $"{known.TrimEnd('/')}{context.Request.Path}{context.Request.QueryString}" : null;
        var token = (string?)context.Request.Query["token"] ?? (string?)headers[TokenHeader];
        var answer = await mediator.Send(
            new ReceiveCrmHook(crm, id, context.Request.Method, address, headers["X-HubSpot-Request-Timestamp"], headers["X-HubSpot-Signature-v3"], token, body.ToArray()), cancellationToken);
        await (answer switch
        {
            CrmHookAnswer.Unproven => ProblemWriter.Write(context, ProblemType.SignInRequired, "The call does not prove to be the CRM's."),
            CrmHookAnswer.Unreadable => ProblemWriter.Write(context, ProblemType.BadRequest, "The body is not what this CRM sends."),
            _ when crm == CrmKind.Salesforce => context.Response.WriteXml(Acknowledged, cancellationToken),
            _ => context.Response.CompleteAsync(),
        });
    }

    private static Task WriteXml(this HttpResponse response, string text, CancellationToken cancellationToken)
    {
        response.ContentType = "text/xml; charset=utf-8";
        return response.WriteAsync(text, cancellationToken);
    }
}
