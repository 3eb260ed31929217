using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pricing.Api;

/// <summary>
/// Gives every request the id under which caller and service both know it: the caller's <c>X-Request-Id</c>, or one of ours. It is the traceId of a problem.
/// </summary>
internal sealed partial class RequestIds(RequestDelegate next)
{
    public const string Header = "X-Request-Id";

    private const string TraceParent = "traceparent";

    // The platform makes a trace only where somebody logs its requests or listens; their log is silent, as it would name the tokens of links.
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };

    static RequestIds() => ActivitySource.AddActivityListener(Listener);

    public Task InvokeAsync(HttpContext context)
    {
        // What is no id would be a line of its own in a log: then it is ours.
        if (context.Request.Headers[Header] is { Count: 1 } sent && Id().IsMatch(sent.ToString()))
            context.TraceIdentifier = sent.ToString();
        var trace = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = context.TraceIdentifier;
            if (trace is not null)
                context.Response.Headers[TraceParent] = trace;
            return Task.CompletedTask;
        });
        return next(context);
    }

    [GeneratedRegex(@"^[A-Za-z0-9._:~+/=-]{1,128}\z")]
    private static partial Regex Id();
}
