using System.Reflection;
using System.Text.RegularExpressions;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;
using Pricing.Model.Simulations;

namespace Pricing.Model.Tests.Architecture;

/// <summary>Rules of the model's design. Each is a function that finds violations, shown able to fail on a guilty sample.</summary>
public sealed partial class FolderOrderTests
{
    // A folder may use those of earlier steps only.
    private static readonly string[][] Steps =
    [
        ["Quantities"], ["Risk"], ["Fees"], ["Engagements"], ["Costs", "Value"], ["Comparisons"], ["Proposals", "Simulations"], ["Analyses"],
    ];

    private static readonly string[] HiddenFromClients = ["Costs", "Comparisons", "Value", "Engagements"];

    [Fact]
    public void Folders_of_the_model_use_earlier_folders_only()
    {
        Assert.Empty(OrderViolations(Repository.Sources("src", "Pricing.Model")));
    }

    [Theory]
    [InlineData("src/Pricing.Model/Risk/Guilty.cs", "using Pricing.Model.Fees;")]
    [InlineData("src/Pricing.Model/Costs/Guilty.cs", "using Pricing.Model.Value;")]
    [InlineData("src/Pricing.Model/Fees/Guilty.cs", "global using static Pricing.Model.Comparisons.Comparison;")]
    [InlineData("src/Pricing.Model/Fees/Guilty.cs", "using C = Pricing.Model.Costs.CostModel;")]
    [InlineData("src/Pricing.Model/Fees/Guilty.cs", "var cost = Pricing.Model.Costs.CostModel.Of(engagement);")]
    [InlineData("src/Pricing.Model/Helpers/Guilty.cs", "using System;")]
    [InlineData("src/Pricing.Model/Guilty.cs", "")]
    public void A_folder_that_uses_a_later_one_is_found(string file, string text)
    {
        Assert.Single(OrderViolations([(file, text)]));
    }

    [Fact]
    public void The_model_references_nothing_but_the_platform()
    {
        Assert.Empty(ReferenceViolations(typeof(Money).Assembly));
    }

    [Fact]
    public void A_reference_beyond_the_platform_is_found()
    {
        Assert.Contains("xunit.v3.core", ReferenceViolations(typeof(FolderOrderTests).Assembly));
    }

    [Fact]
    public void No_member_and_no_parameter_of_the_model_is_a_binary_fraction()
    {
        Assert.Empty(BinaryViolations(typeof(Money).Assembly.GetTypes().Where(type => !IsSampling(type))));
    }

    [Theory]
    [InlineData(typeof(GuiltyField))]
    [InlineData(typeof(GuiltyProperty))]
    [InlineData(typeof(GuiltyParameter))]
    [InlineData(typeof(GuiltyResult))]
    [InlineData(typeof(GuiltyRecord))]
    public void A_binary_fraction_is_found(Type guilty)
    {
        Assert.NotEmpty(BinaryViolations([guilty]));
    }

    // Only what is sampled may be binary; everything that is computed exactly is decimal.
    [Theory]
    [InlineData(typeof(SimulationResult), true)]
    [InlineData(typeof(Money), false)]
    [InlineData(typeof(GuiltyField), false)]
    public void Only_simulations_may_hold_binary_fractions(Type type, bool isExempt)
    {
        Assert.Equal(isExempt, IsSampling(type));
    }

    [Fact]
    public void Nothing_that_a_client_proposal_reaches_knows_cost_or_value_of_the_engagement()
    {
        Assert.Empty(ReachViolations(typeof(ClientProposal)));
    }

    [Theory]
    [InlineData(typeof(GuiltyProposal))]
    [InlineData(typeof(GuiltyNestedProposal))]
    public void A_way_from_a_client_proposal_to_cost_is_found(Type guilty)
    {
        Assert.NotEmpty(ReachViolations(guilty));
    }

    private static IEnumerable<string> OrderViolations(IEnumerable<(string File, string Text)> sources)
    {
        foreach (var (file, text) in sources)
        {
            var parts = file.Split('/');
            var folder = parts.Length > 3 ? parts[2] : "";
            var step = StepOf(folder);
            if (step < 0)
            {
                yield return $"{file}: the folder has no place in the order";
                continue;
            }

            foreach (var used in Uses().Matches(text).Select(match => match.Groups[1].Value).Distinct().Where(used => used != folder))
            {
                if (StepOf(used) is var other && other >= step)
                    yield return $"{file}: {folder} uses {used}";
            }
        }
    }

    private static int StepOf(string folder) => Array.FindIndex(Steps, step => step.Contains(folder));

    private static IEnumerable<string> ReferenceViolations(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> BinaryViolations(IEnumerable<Type> types)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in types)
        {
            var used = type.GetFields(All).Select(field => (field.Name, Type: field.FieldType))
                .Concat(type.GetProperties(All).Select(property => (property.Name, Type: property.PropertyType)))
                .Concat(type.GetMethods(All).Select(method => (method.Name, Type: method.ReturnType)))
                .Concat(type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))
                    .SelectMany(method => method.GetParameters().Select(parameter => ($"{method.Name}({parameter.Name})", Type: parameter.ParameterType))));
            foreach (var (name, _) in used.Where(member => Parts(member.Type).Any(part => part == typeof(double) || part == typeof(float))))
                yield return $"{type.FullName}.{name}";
        }
    }

    private static bool IsSampling(Type type) => type.Namespace == "Pricing.Model.Simulations";

    private static List<string> ReachViolations(Type root)
    {
        var seen = new HashSet<Type>();
        var violations = new List<string>();
        Walk(root, root.Name);
        return violations;

        void Walk(Type type, string path)
        {
            foreach (var part in Parts(type).Where(part => part.Assembly == typeof(Money).Assembly || part.Assembly == root.Assembly))
            {
                if (!seen.Add(part))
                    continue;
                if (HiddenFromClients.Any(folder => part.Namespace == $"Pricing.Model.{folder}"))
                    violations.Add($"{path} is {part.Name}");
                foreach (var property in part.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
                    Walk(property.PropertyType, $"{path}.{property.Name}");
                foreach (var kind in part.Assembly.GetTypes().Where(kind => kind.IsSubclassOf(part)))
                    Walk(kind, $"{path} as {kind.Name}");
            }
        }
    }

    // The type itself, what an array or pointer holds, and the arguments of a generic one.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type) : [type];
    }

    [GeneratedRegex(@"\bPricing\.Model\.(?!Tests\b)([A-Z]\w+)")]
    private static partial Regex Uses();
}
