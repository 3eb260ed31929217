using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Http;
using Pricing.Application.Contract;
using Pricing.Application.Persistence;
using Pricing.Model.Comparisons;

namespace Pricing.Api.Tests.Architecture;

/// <summary>The rules of the house, each first shown to find a guilty sample.</summary>
public sealed class RuleTests
{
    private static readonly Assembly Model = typeof(Comparison).Assembly, Application = typeof(PricingDb).Assembly, Documents = typeof(Documents.DocumentLanguage).Assembly;

    [Fact]
    public void The_model_knows_nothing_but_the_platform()
    {
        Assert.Empty(Rules.ReferencesBeyond(Model, "System."));
        Assert.NotEmpty(Rules.ReferencesBeyond(Application, "System."));
    }

    [Fact]
    public void Documents_know_the_model_and_neither_the_database_nor_the_use_cases()
    {
        string[] forbidden = ["Pricing.Application", "Pricing.Api", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "MediatR"];

        Assert.Empty(Rules.ReferencesTo(Documents, forbidden));
        Assert.NotEmpty(Rules.ReferencesTo(typeof(RuleTests).Assembly, forbidden));
    }

    [Fact]
    public void Use_cases_know_nothing_of_http()
    {
        string[] forbidden = ["Pricing.Api", "Microsoft.AspNetCore"];

        Assert.Empty(Rules.ReferencesTo(Application, forbidden));
        Assert.NotEmpty(Rules.ReferencesTo(typeof(Program).Assembly, forbidden));
    }

    [Theory]
    [InlineData("Pricing.Model", new string[0], new string[0])]
    [InlineData("Pricing.Documents", new[] { "Pricing.Model" }, new[] { "DocumentFormat.OpenXml", "Markdig", "PDFsharp", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies", "System.IO.Packaging" })]
    [InlineData("Pricing.Application", new[] { "Pricing.Documents", "Pricing.Model" }, new[] { "FluentValidation", "MailKit", "MediatR", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.Extensions.Hosting.Abstractions", "Npgsql.EntityFrameworkCore.PostgreSQL", "Scrutor" })]
    [InlineData("Pricing.Api", new[] { "Pricing.Application" }, new[] { "HtmlSanitizer", "Markdig", "Microsoft.AspNetCore.Authentication.JwtBearer", "Microsoft.EntityFrameworkCore.Design", "Microsoft.Extensions.Diagnostics.HealthChecks.EntityFrameworkCore", "Swashbuckle.AspNetCore" })]
    public void A_project_refers_to_what_the_plan_says_and_to_nothing_else(string project, string[] projects, string[] packages)
    {
        var file = File.ReadAllText(Repository.PathOf("src", project, $"{project}.csproj"));

        Assert.Equal(projects, Rules.Included(file, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).Order(StringComparer.Ordinal));
        Assert.Equal(packages, Rules.Included(file, "PackageReference").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_layout_engine_knows_neither_proposals_nor_the_pdf_library()
    {
        string[] forbidden = ["Pricing.Model", "Pricing.Documents.Pdf.Proposal", "Pricing.Documents.Pdf.Engine", "ClientProposal", "PdfSharp"];

        Assert.Empty(Rules.Naming(Repository.Sources("src", "Pricing.Documents", "Pdf", "Layout"), forbidden));
        Assert.Equal(["guilty.cs"], Rules.Naming([("guilty.cs", "using PdfSharp.Pdf;")], forbidden));
        Assert.Equal(["guilty.cs"], Rules.Naming([("guilty.cs", "public static void Draw(Flow flow, ClientProposal proposal)")], forbidden));
    }

    [Fact]
    public void The_pdf_library_is_named_in_one_folder()
    {
        var others = Repository.Sources("src").Where(source => !source.File.StartsWith("src/Pricing.Documents/Pdf/Engine/", StringComparison.Ordinal)).ToList();

        Assert.Empty(Rules.Naming(others, ["PdfSharp"]));
        Assert.NotEmpty(Rules.Naming(Repository.Sources("src"), ["PdfSharp"]));
    }

    [Fact]
    public void Endpoints_catch_nothing()
    {
        Assert.Empty(Rules.Catching(Repository.Sources("src", "Pricing.Api", "Endpoints")));
        Assert.Equal(["guilty.cs"], Rules.Catching([("guilty.cs", "try { Send(); } catch { return NotFound(); }")]));
    }

    [Fact]
    public void Requests_that_only_read_save_nothing()
    {
        Assert.Empty(Rules.SavingReaders(Repository.Sources("src", "Pricing.Application", "Features")));
        Assert.Equal(["Features/GetGuilt.cs"], Rules.SavingReaders([("Features/GetGuilt.cs", "await db.SaveChangesAsync();"), ("Features/ReviseGuilt.cs", "await db.SaveChangesAsync();")]));
    }

    [Fact]
    public void A_handler_saves_once_at_most()
    {
        // The workers of the CRM connections save after each step, so that a kill between two loses neither.
        string[] workers = ["CrmPusher.cs", "CrmSweeper.cs", "CrmTaker.cs"];
        Assert.Empty(Rules.SavingTwice(Repository.Sources("src", "Pricing.Application", "Features").Where(source => !workers.Contains(Path.GetFileName(source.File)))));
        Assert.Equal(["guilty.cs"], Rules.SavingTwice([("guilty.cs", "SaveChangesAsync(); SaveChangesAsync();")]));
    }

    [Fact]
    public void Formats_in_texts_say_their_culture()
    {
        var sources = Repository.Sources("src", "Pricing.Application").Concat(Repository.Sources("src", "Pricing.Api"));

        Assert.Empty(Rules.FollowingTheCulture(sources));
        Assert.Equal(
            ["number.cs", "date.cs"],
            Rules.FollowingTheCulture(
            [
                ("number.cs", "var text = $\"{quota:N0} calls\";"), ("date.cs", "Say($\"until {terms.Day:yyyy-MM-dd}\");"),
                ("said.cs", "string.Create(CultureInfo.InvariantCulture, $\"{quota:N0} calls\");"), ("route.cs", "Map($\"/{id:guid}\"); Tell($\"{id:N}\");"),
            ]));
    }

    [Fact]
    public void Every_request_has_one_handler()
    {
        Assert.Empty(Rules.Unhandled(Application.GetTypes()));
        Assert.Equal([nameof(Guilty.Unheard)], Rules.Unhandled([typeof(Guilty.Unheard)]));
    }

    [Fact]
    public void Every_request_is_sent_by_an_endpoint()
    {
        var endpoints = Repository.Sources("src", "Pricing.Api", "Endpoints").Concat(Repository.Sources("src", "Pricing.Api", "ClientPages")).ToList();

        Assert.Empty(Rules.Unsent(Application.GetTypes(), endpoints));
        Assert.Equal([nameof(Guilty.Unheard)], Rules.Unsent([typeof(Guilty.Unheard)], endpoints));
    }

    [Fact]
    public void What_is_stored_and_changes_has_a_tenant_an_owner_and_a_version()
    {
        Assert.Empty(Rules.MutableWithoutVersion(Application.GetTypes()));
        Assert.Equal([nameof(Guilty.Row)], Rules.MutableWithoutVersion([typeof(Guilty.RowMapping)]));
    }

    [Fact]
    public void Every_record_is_counted_when_it_is_revised_or_archived()
    {
        Assert.Empty(Rules.Uncounted(Repository.Sources("src", "Pricing.Application", "Features")));
        Assert.Equal(["guilty.cs"], Rules.Uncounted([("guilty.cs", "var row = await db.ForChange<Row>(); row.State(request); await db.SaveChangesAsync();")]));
    }

    [Fact]
    public void Every_transaction_that_writes_waits_for_its_turn()
    {
        // One outside the gate meets the one inside at the database, where both block their threads.
        string[] exempt = ["Persistence/PricingDb.cs", "Persistence/PostgresPricingDb.cs"];
        var sources = Repository.Sources("src").Where(source => !exempt.Any(file => source.File.EndsWith(file, StringComparison.Ordinal))).ToList();

        Assert.Empty(Rules.Naming(sources, ["BeginTransaction"]));
        Assert.Equal(["guilty.cs"], Rules.Naming([("guilty.cs", "await db.Database.BeginTransactionAsync()")], ["BeginTransaction"]));
    }

    [Fact]
    public void No_source_saves_past_the_versions()
    {
        string[] forbidden = ["ExecuteUpdate", "ExecuteDelete"];
        // That a key was used is no change that anybody made, so it is noted past the versions. A delivery has no version: who changes it must hold its
        // claim, by owner and attempt, which only a conditional update can ask. What is dropped once its time is over has no version either.
        string[] exempt = ["Access/SignIn.cs", "Outbox/DeliveryQueue.cs", "Outbox/OldLogs.cs"];
        var sources = Repository.Sources("src").Where(source => !exempt.Any(file => source.File.EndsWith(file, StringComparison.Ordinal))).ToList();

        Assert.Empty(Rules.Naming(sources, forbidden));
        Assert.Equal(["guilty.cs"], Rules.Naming([("guilty.cs", "db.Rows.ExecuteUpdateAsync()")], forbidden));
    }
}
