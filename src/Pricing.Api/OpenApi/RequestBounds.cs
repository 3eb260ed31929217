using System.Globalization;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using Pricing.Application.Features;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Pricing.Api.OpenApi;

/// <summary>Says of the members of requests how long, large or many they may be: the same rules that refuse a request describe it.</summary>
internal sealed class RequestBounds(IServiceScopeFactory scopes) : ISchemaFilter
{
    private readonly Lazy<ILookup<(Type, string), Bound>> bounds = new(() => Found(scopes));

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.MemberInfo is not null || schema.Properties is not { } members)
            return;
        foreach (var (name, member) in members)
        {
            foreach (var bound in bounds.Value[(context.Type, name)])
                Apply(bound.Rule, bound.IsOfEntries ? member.Items as OpenApiSchema : member as OpenApiSchema);
        }
    }

    private static void Apply(IPropertyValidator rule, OpenApiSchema? member)
    {
        if (member is null)
            return;
        switch (rule)
        {
            case ILengthValidator length:
                (member.MinLength, member.MaxLength) = (length.Min, length.Max);
                break;
            case IBetweenValidator between:
                (member.Minimum, member.Maximum) = (Text(between.From), Text(between.To));
                break;
            case IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual, ValueToCompare: decimal or int } least:
                member.Minimum = Text(least.ValueToCompare);
                break;
            case IRegularExpressionValidator pattern:
                member.Pattern = pattern.Expression.Replace(@"\z", "$", StringComparison.Ordinal);   // as JavaScript writes the end
                break;
            case IEntriesBound entries:
                (member.MinItems, member.MaxItems) = (entries.Fewest > 0 ? entries.Fewest : null, entries.Most);
                break;
        }
    }

    private static string Text(object number) => Convert.ToString(number, CultureInfo.InvariantCulture)!;

    private static ILookup<(Type, string), Bound> Found(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        return RequestTypes.All.Where(type => !type.ContainsGenericParameters).SelectMany(type => scope.ServiceProvider.GetServices(typeof(IValidator<>).MakeGenericType(type)).SelectMany(validator => Of(type, (IValidator)validator!)))
            .ToLookup(bound => (bound.Owner, bound.Member));
    }

    // A rule with a condition may not hold for every request; on texts the condition is that there is one.
    private static IEnumerable<Bound> Of(Type type, IValidator validator) =>
        from rule in validator.CreateDescriptor().Rules
        where rule.PropertyName is not null
        let place = Place(type, rule.PropertyName)
        where place.Owner is not null
        from component in rule.Components
        where component.Validator is ILengthValidator or IRegularExpressionValidator || !(component.HasCondition || rule.HasCondition)
        select new Bound(place.Owner!, place.Member, component.Validator, IsOfEntries(rule));

    // Offer.Structures is a member of what Offer holds.
    private static (Type? Owner, string Member) Place(Type type, string path)
    {
        var names = path.Split('.');
        var owner = names[..^1].Aggregate((Type?)type, (at, name) => at?.GetProperty(name)?.PropertyType);
        return (owner, JsonNamingPolicy.CamelCase.ConvertName(names[^1]));
    }

    private static bool IsOfEntries(IValidationRule rule) => rule.GetType().GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));

    private sealed record Bound(Type Owner, string Member, IPropertyValidator Rule, bool IsOfEntries);
}
