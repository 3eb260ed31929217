using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Pricing.Application.Features.Webhooks;

namespace Pricing.Application.Outbox;

/// <summary>Makes one attempt: signs the stored bytes and sends them. No redirect, no proxy, no cookie, ten seconds, 64 KiB of the answer.</summary>
internal sealed class WebhookSender(AddressGuard guard, SecretBox box, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private const int MostRead = 64 * 1024, MostHeaderKilobytes = 16;

    private readonly HttpMessageInvoker http = GuardedHttp.Through(guard, MostHeaderKilobytes);

    /// <summary>Sends a claimed delivery.</summary>
    public async Task<Outcome> Send(Claim claim, CancellationToken stopping)
    {
        var begun = time.GetUtcNow();
        var watch = time.GetTimestamp();
        using var patience = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            using var request = Request(claim, begun);
            using var response = await http.SendAsync(request, either.Token);
            var answer = await Read(response.Content, either.Token);
            return new(begun, time.GetElapsedTime(watch), (int)response.StatusCode, null, answer, response.Headers.RetryAfter.Wait(time.GetUtcNow()));
        }
        catch (Exception e) when (FaultOf(e) is { } fault && !stopping.IsCancellationRequested)
        {
            return new(begun, time.GetElapsedTime(watch), null, fault, null, null);   // no answer is an outcome like another
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(Claim claim, DateTimeOffset now)
    {
        var address = new Uri(claim.Address);
        guard.CheckAddress(address);   // the settings may have changed since it was stored
        var unixSeconds = now.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(claim.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8") } },
        };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Pricing-Webhooks", "1"));
        request.Headers.Add(WebhookSignature.IdHeader, claim.EventId.ToString());
        request.Headers.Add(WebhookSignature.TimeHeader, unixSeconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(claim.Secrets.Select(box.Open), claim.EventId, unixSeconds, claim.Body));
        return request;
    }

    // The status has decided; what a receiver says beside it is kept for people and may break off.
    private static async Task<string> Read(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostRead];
        var length = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            while (length < MostRead && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
                length += read;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // What has come by then is what there is to keep.
        }

        return Excerpt.Of(Encoding.UTF8.GetString(buffer, 0, length), DeliveryAttempt.MostAnswer);
    }

    private static string? FaultOf(Exception e) => e switch
    {
        ForbiddenAddressException forbidden => forbidden.Message,
        HttpRequestException { InnerException: ForbiddenAddressException forbidden } => forbidden.Message,
        OperationCanceledException => "No answer within ten seconds.",
        HttpRequestException { InnerException: AuthenticationException } => "The receiver's certificate was refused.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => "The name of the host is not known.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "No connection.",
        HttpRequestException or IOException => "The connection broke off.",
        CryptographicException => "The secret cannot be read with the service's keys; rotate it.",
        _ => null,
    };
}
