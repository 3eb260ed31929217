using Pricing.Application.Contract;

namespace Pricing.Application.Features.Analyses.Levers;

/// <summary>The levers that have a name, and where their numbers stand in a document.</summary>
internal static class NamedLevers
{
    private static readonly (string Name, Func<TreeNode, IEnumerable<TreeNode>> Numbers)[] All =
    [
        ("hours", document => [.. Each(document, "workPackages").SelectMany(package => Each(package, "hours")), .. Each(document, "assets").SelectMany(asset => Each(asset, "hoursPerAsset"))]),
        ("quantity", document => Each(document, "assets").SelectMany(asset => One(asset, "quantity"))),
        ("acceptanceProbability", document => BelowOne(Generations(document), "acceptanceProbability")),
        ("attribution", document => BelowOne(Drivers(document), "attribution")),
        ("confidence", document => BelowOne(Drivers(document), "confidence")),
        ("aiPrices", document => Generations(document).SelectMany(generation => One(generation, "unitPrice"))),
        ("aiCosts", document => Costs(document, isAi: true)),
        ("thirdPartyCosts", document => Costs(document, isAi: false)),
        ("salaries", document => Roles(document).SelectMany(role => One(role, "annualSalary").Concat(One(role, "costPerHour")))),
        ("hourlyRates", document => Roles(document).SelectMany(role => One(role, "hourlyRate"))),
        ("exchangeRates", document => Each(document, "exchangeRates").SelectMany(rate => One(rate, "rate"))),
        ("value", document => Drivers(document).SelectMany(driver => One(driver, "firstMonth"))),
        ("referencePrice", document => Inner(document, "value").SelectMany(value => One(value, "referencePrice"))),
        ("riskTolerance", document => Inner(document, "agency").SelectMany(agency => One(agency, "riskTolerance"))),
        ("overheadRate", document => Inner(document, "agency").SelectMany(agency => One(agency, "overheadRate"))),
        ("concreteness", document => Inner(document, "revisions").SelectMany(revisions => One(revisions, "concreteness"))),
    ];

    /// <summary>The levers looked at where nobody names any.</summary>
    public static readonly string[] Default =
    [
        "hours", "quantity", "acceptanceProbability", "aiPrices", "aiCosts", "thirdPartyCosts",
        "salaries", "hourlyRates", "exchangeRates", "value", "referencePrice", "riskTolerance",
    ];

    /// <summary>Their names, for a sentence.</summary>
    public static string List { get; } = string.Join(", ", All.Select(lever => lever.Name));

    /// <summary>The numbers that a name moves; null where there is no such name.</summary>
    public static IEnumerable<TreeNode>? NumbersOf(string name, TreeNode document) =>
        Array.Find(All, lever => lever.Name == name).Numbers?.Invoke(document);

    private static IEnumerable<TreeNode> Roles(TreeNode document) => Inner(document, "rateCard").SelectMany(card => Each(card, "roles"));

    private static IEnumerable<TreeNode> Drivers(TreeNode document) => Inner(document, "value").SelectMany(value => Each(value, "drivers"));

    private static IEnumerable<TreeNode> Generations(TreeNode document) => Each(document, "assets").SelectMany(asset => Each(asset, "generations"));

    private static IEnumerable<TreeNode> Costs(TreeNode document, bool isAi) =>
        Each(document, "assets").SelectMany(asset => Each(asset, "costsPerAsset")).Concat(Each(document, "costs"))
            .Where(cost => Inner(cost, "kind").Any(kind => kind.IsText("ai") == isAi))
            .SelectMany(cost => One(cost, "amount"));

    private static IEnumerable<TreeNode> BelowOne(IEnumerable<TreeNode> objects, string member) =>
        objects.SelectMany(entry => One(entry, member)).Where(number => number.Number(out var value) == Magnitude.Sound && value < 1);

    private static IEnumerable<TreeNode> One(TreeNode node, string member) => Inner(node, member).Where(inner => inner.Kind == JsonKind.Number);

    private static IEnumerable<TreeNode> Each(TreeNode node, string member) => Inner(node, member).SelectMany(inner => inner.Entries);

    private static IEnumerable<TreeNode> Inner(TreeNode node, string member) => node.Entries.Where(entry => entry.IsNamed(member)).Take(1);
}
