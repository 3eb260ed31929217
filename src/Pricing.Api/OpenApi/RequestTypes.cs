using System.Reflection;
using System.Text.Json.Serialization;
using MediatR;
using Pricing.Api.Batches;
using Pricing.Application.Features.Clients;
using Pricing.Application.Features.Engagements;

namespace Pricing.Api.OpenApi;

/// <summary>The types that callers send: the requests, and all that their members consist of.</summary>
internal static class RequestTypes
{
    public static readonly IReadOnlySet<Type> All = Found();

    private static HashSet<Type> Found()
    {
        var ours = typeof(UpsertClient).Assembly;
        var found = new HashSet<Type>();
        var open = new Stack<Type>(ours.GetTypes().Where(type => type.IsAssignableTo(typeof(IBaseRequest))));
        open.Push(typeof(Batch<UpsertClient>));
        open.Push(typeof(Batch<UpsertEngagement>));
        while (open.TryPop(out var type))
        {
            if (!found.Add(type))
                continue;
            var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null);
            foreach (var part in members.SelectMany(property => PartsOf(property.PropertyType)).Where(part => part is { IsClass: true, IsAbstract: false } && (part.Assembly == ours || part.Assembly == typeof(RequestTypes).Assembly)))
                open.Push(part);
        }

        return found;
    }

    // Of a list or a table what it holds.
    private static IEnumerable<Type> PartsOf(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(PartsOf).Append(type) : [type];
}
