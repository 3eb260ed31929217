using Pricing.Application.Contract;
using Pricing.Model.Analyses;
using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Application.Features.Analyses;

/// <summary>Reads what parameters say of the engagement's own assets and work packages: references to them, and work done otherwise.</summary>
internal sealed class ReferenceReading
{
    // No place of an asset; a request with one is refused.
    private const int Unfound = -1;

    private readonly Engagement engagement;
    private readonly WorkReader work;

    public ReferenceReading(AnalysisSubject subject)
    {
        engagement = subject.Engagement;
        Context = ContextOf(engagement);
        work = new(Context);
    }

    /// <summary>The codes that the engagement defines.</summary>
    public DocumentContext Context { get; }

    /// <summary>An asset.</summary>
    public Sent<int> Asset(ObjectReader parameters, string name = "asset") =>
        parameters.Value(name, (values, node) => Find(values, node, name, engagement.Assets, "asset", asset => asset.Id, asset => asset.Name));

    /// <summary>Work packages that exist only for AI delivery; none by default.</summary>
    public IReadOnlyList<int> SetUpPackages(ObjectReader parameters) => Packages(parameters, "setUpPackages", mayBeEmpty: true) ?? [];

    /// <summary>Work packages, each once; null where the list is left out.</summary>
    public IReadOnlyList<int>? Packages(ObjectReader parameters, string name, bool mayBeEmpty = false) =>
        All(parameters, name, engagement.WorkPackages, "work package", package => package.Id, package => package.Name, mayBeEmpty);

    /// <summary>Assets, each once; null where the list is left out.</summary>
    public IReadOnlyList<int>? Assets(ObjectReader parameters, string name) =>
        All(parameters, name, engagement.Assets, "asset", asset => asset.Id, asset => asset.Name, mayBeEmpty: false);

    /// <summary>Assets and how else they could be made, each once; an asset that could not be found has no place.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="needs">Methods by which an asset must have work, its own or the alternative's.</param>
    /// <param name="isOptional">Whether the list may be left out.</param>
    public IReadOnlyList<AlternativeWork> Alternatives(ObjectReader parameters, Func<int, IReadOnlyList<ProductionMethod>> needs, bool isOptional = false)
    {
        var listed = new HashSet<int>();
        var read = parameters.List("alternatives", entry => ReadAlternative(entry, listed, needs), isOptional: isOptional, mayBeEmpty: false);
        return [.. read.OfType<AlternativeWork>()];
    }

    private AlternativeWork ReadAlternative(ObjectReader entry, HashSet<int> listed, Func<int, IReadOnlyList<ProductionMethod>> needs)
    {
        var asset = Asset(entry);
        if (asset.IsRead && !listed.Add(asset))
            entry.Fault("asset", "This asset stands twice in the list.");
        var own = asset.IsRead ? AlternativeWork.MethodOf(engagement.Assets[asset]) : (ProductionMethod?)null;

        var byMethod = new Dictionary<ProductionMethod, AssetWork>();
        foreach (var method in Enum.GetValues<ProductionMethod>())
        {
            var name = CodeTables.Methods.CodeOf(method);
            if (entry.OptionalObject(name, ReadWork) is { } read)
                byMethod[method] = read;
            if (method == own)
                entry.Refuse(name, $"{name} is how the engagement makes this asset; its work is the engagement's.");
        }

        foreach (var name in asset.IsRead ? needs(asset).Where(method => method != own).Select(CodeTables.Methods.CodeOf).Where(entry.Lacks) : [])
            entry.Fault(name, $"{name} is missing; this analysis needs the asset's work by that method.");
        return new(asset.IsRead ? asset : Unfound, byMethod);
    }

    private AssetWork ReadWork(ObjectReader made)
    {
        if (!made.Has("sameAs"))
            return work.ReadAssetWork(made);
        var same = Asset(made, "sameAs");
        return same.IsRead ? AssetWork.Of(engagement.Assets[same]) : new("", [], [], []);
    }

    private static IReadOnlyList<int>? All<T>(
        ObjectReader parameters, string name, IReadOnlyList<T> entries, string kind, Func<T, string?> id, Func<T, string> title, bool mayBeEmpty)
    {
        var named = new HashSet<int>();
        var found = parameters.OptionalValues(name, (values, node) =>
        {
            var place = Find(values, node, $"An entry of {name}", entries, kind, id, title);
            if (place.IsRead && !named.Add(place))
                values.Faults.Add(node, $"This {kind} stands twice in the list.");
            return place;
        }, mayBeEmpty: mayBeEmpty);
        return found is null ? null : [.. found.Where(place => place.IsRead).Select(place => place.Value)];
    }

    private static Sent<int> Find<T>(
        ValueReader values, TreeNode node, string name, IReadOnlyList<T> entries, string kind, Func<T, string?> id, Func<T, string> title)
    {
        var text = values.Text(node, name, Limits.Text);
        if (!text.IsRead)
            return default;

        var byId = Places(entries, entry => id(entry) == text);
        var places = byId.Length > 0 ? byId : Places(entries, entry => title(entry) == text);
        if (places is [var place])
            return new(place, true);
        values.Faults.Add(node, places.Length == 0
            ? $"{name} names no {kind} of the engagement: none has the id or the name {JsonText.Quote(text)}."
            : $"{name} names more than one {kind}: several are called {JsonText.Quote(text)}; give one an id.");
        return default;
    }

    private static int[] Places<T>(IReadOnlyList<T> entries, Func<T, bool> isMeant) =>
        [.. entries.Index().Where(entry => isMeant(entry.Item)).Select(entry => entry.Index)];

    private static DocumentContext ContextOf(Engagement engagement)
    {
        var context = new DocumentContext(ReferenceUse.Refused, null) { Currency = new(engagement.Currency, true) };
        foreach (var rate in engagement.ExchangeRates)
            context.Rates.Add(new(rate.Currency, true));
        foreach (var role in engagement.RateCard.Roles)
            context.Roles.Add(new(role.Code, true));
        foreach (var profile in engagement.EffortProfiles)
            context.Profiles.Add(new(profile.Code, true));
        return context;
    }
}
