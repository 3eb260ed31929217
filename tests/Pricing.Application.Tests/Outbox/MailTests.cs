using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MailKit.Security;
using MimeKit;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Proposals;
using Pricing.Application.Outbox;
using Pricing.Application.Seeding;
using Pricing.Application.Tests.Features;

namespace Pricing.Application.Tests.Outbox;

/// <summary>Mail that a mail server of the distribution takes.</summary>
public class MailTests
{
    private static readonly Guid Proposal = SeedIds.Of("proposal", "social-videos");

    [Fact]
    public async Task Each_reader_gets_mail_in_its_language_and_no_figure_of_the_inside()
    {
        await using var server = await MailServer.Start();
        await using var desk = await Desk.Open(server.Settings);
        var sent = await Send(desk);
        var client = await desk.Client(sent.Link);
        await desk.Send(new OpenSharedProposal(LinkAgent.Browser), client);
        await desk.Send(new AskAboutSharedProposal { Text = "Wie lange?" }, client);
        await desk.Send(new AcceptSharedProposal { ContentHash = sent.Proposal.ContentHash, Option = "C", Name = "Grace Hopper", Function = "Head", SignedOn = new(2026, 11, 25) }, client);

        await desk.SendMail();

        var mails = server.Taken();
        (string To, string Subject)[] expected =
        [
            ("lead@example.com", "Beispielmarke GmbH hat Angebot 2026-0001 angenommen"), ("lead@example.com", "Beispielmarke GmbH hat Angebot 2026-0001 geöffnet"),
            ("lead@example.com", "Frage zu Angebot 2026-0001"), ("max.beispiel@example.com", "Acceptance of proposal 2026-0001"),
            ("max.beispiel@example.com", "Proposal 2026-0001: Social content campaign, 120 short videos"),
        ];
        Assert.Equal(expected, mails.Select(mail => (mail.To.Mailboxes.Single().Address, mail.Subject!)).OrderBy(mail => mail.Address, StringComparer.Ordinal).ThenBy(mail => mail.Item2, StringComparer.Ordinal));
        var first = mails.Single(mail => mail.Subject!.StartsWith("Proposal", StringComparison.Ordinal));
        Assert.Contains(sent.Link.Address, first.TextBody, StringComparison.Ordinal);
        Assert.Equal(("offers@example.org", "pricing@example.com"), (first.From.Mailboxes.Single().Address, first.ReplyTo.Mailboxes.Single().Address));
        Assert.All(mails, mail => Assert.DoesNotMatch("[0-9]{2,3}[.,][0-9]{3}[.,][0-9]{2}|110326|115271", mail.TextBody));
        var listed = await desk.Send(new ListProposalMails(Proposal));
        Assert.All(listed, mail => Assert.Equal((MailState.Sent, 1, null), (mail.State, mail.Attempts, mail.LastError)));
        Assert.All(await desk.Db(db => Task.FromResult(db.OutgoingMails.Select(mail => mail.Body).ToList())), Assert.Null);   // a link must not outlive its mail
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-25", true)]
    [InlineData("2026-11-25", "2026-11-25", true)]
    [InlineData("2026-11-26", "2026-12-24", false)]
    [InlineData("2026-11-01", "2026-11-24", false)]
    public async Task Who_stands_in_for_the_owner_is_told_too_from_the_first_day_to_the_last(string from, string to, bool isTold)
    {
        await using var server = await MailServer.Start();
        await using var desk = await Desk.Open(server.Settings);
        var people = await desk.Send(new ListUsers(null, null, null));
        var owner = people.Items.Single(person => person.Email == "lead@example.com");
        var deputy = await desk.Send(new CreateUser { Name = "Ada Lovelace", Email = "ada@example.com", Role = UserRole.AccountLead });
        await desk.Send(new ReviseUser { Id = owner.Id, Name = owner.Name, Email = owner.Email, Role = owner.Role, Deputy = new() { UserId = deputy.Id, From = Day(from), To = Day(to) } });
        var sent = await Send(desk);
        await desk.Send(new OpenSharedProposal(LinkAgent.Browser), await desk.Client(sent.Link));

        await desk.SendMail();

        string[] expected = isTold ? ["ada@example.com", "lead@example.com"] : ["lead@example.com"];
        Assert.Equal(expected, server.Taken().Where(mail => mail.Subject!.Contains("geöffnet", StringComparison.Ordinal)).Select(mail => mail.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));

        static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Mail_about_a_change_order_says_what_it_changes()
    {
        await using var server = await MailServer.Start();
        await using var desk = await Desk.Open(server.Settings);
        var contract = await Send(desk);
        await desk.Send(new AcceptSharedProposal { ContentHash = contract.Proposal.ContentHash, Option = "C", Name = "Grace Hopper", Function = "Head", SignedOn = new(2026, 11, 25) }, await desk.Client(contract.Link));
        var change = await desk.Send(new OrderChange { Id = Proposal, EngagementId = Desk.Seeded("twenty-hours-become-five"), Options = [new() { Structure = 1, IsRecommended = true }] });
        await Send(desk, id: change.Id);

        await desk.SendMail();

        Assert.Contains("Proposal 2026-0003 (a change to 2026-0001): Twenty hours become five", server.Taken().Select(mail => mail.Subject));
    }

    [Fact]
    public async Task A_server_that_is_down_gets_it_later_and_once()
    {
        await using var server = await MailServer.Start();
        await using var desk = await Desk.Open(server.Settings with { Port = FreePort() });
        await Send(desk);

        await desk.SendMail();
        var waiting = (await desk.Send(new ListProposalMails(Proposal))).Single();
        Assert.Equal((MailState.Waiting, 1), (waiting.State, waiting.Attempts));
        Assert.NotNull(waiting.LastError);
        await desk.SendMail();   // not due yet
        Assert.Equal(1, (await desk.Send(new ListProposalMails(Proposal))).Single().Attempts);
        for (var hour = 1; hour < 200; hour++)
        {
            desk.Now = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero).AddHours(7 * hour);
            await desk.SendMail();
        }

        var failed = (await desk.Send(new ListProposalMails(Proposal))).Single();
        Assert.Equal((MailState.Failed, 25), (failed.State, failed.Attempts));
        Assert.Empty(server.Taken());
    }

    [Theory]
    [InlineData(SecureSocketOptions.StartTls, "", "STARTTLS")]
    [InlineData(SecureSocketOptions.None, "user", "authentication")]
    public async Task A_server_that_lacks_what_the_settings_ask_of_it_is_tried_like_one_that_is_down_and_the_log_says_why(SecureSocketOptions security, string user, string why)
    {
        await using var server = await MailServer.Start();
        await using var desk = await Desk.Open(server.Settings with { Security = security, User = user, Password = "secret" });
        await Send(desk);

        await desk.SendMail();

        var waiting = Assert.Single(await desk.Send(new ListProposalMails(Proposal)));
        Assert.Equal((MailState.Waiting, 1), (waiting.State, waiting.Attempts));
        Assert.Contains(why, waiting.LastError, StringComparison.Ordinal);
        Assert.Empty(server.Taken());
    }

    [Fact]
    public async Task Without_a_server_and_for_a_test_nothing_is_written()
    {
        await using var silent = await Desk.Open();
        await Send(silent);
        Assert.Empty(await silent.Send(new ListProposalMails(Proposal)));

        await using var trying = await Desk.Open(new MailSettings("localhost", 25, SecureSocketOptions.None, "", "", "offers@example.org"));
        await Send(trying, Desk.Administrator with { IsSandbox = true });
        Assert.Empty(await trying.Send(new ListProposalMails(Proposal)));
    }

    [Theory]
    [InlineData("Port", "0")]
    [InlineData("Port", "x")]
    [InlineData("Security", "ssl")]
    [InlineData("From", null)]
    public void Settings_that_cannot_be_meant_are_refused_at_the_start(string key, string? value)
    {
        var settings = new Dictionary<string, string?> { ["Host"] = "mail", ["From"] = "offers@example.org", [key] = value };

        Assert.Throws<InvalidOperationException>(() => MailSettings.Read(settings.GetValueOrDefault));
    }

    [Fact]
    public void Settings_tell_no_password() =>
        Assert.DoesNotContain("geheim", new MailSettings("mail", 587, SecureSocketOptions.StartTls, "user", "geheim", "offers@example.org").ToString(), StringComparison.Ordinal);

    private static async Task<SentProposalView> Send(Desk desk, Actor? by = null, Guid? id = null)
    {
        await desk.Send(new ReviseApprovalRules());
        await desk.Send(new SubmitProposal(id ?? Proposal, null), by);
        return await desk.Send(new SendProposal(id ?? Proposal, null), by);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>aiosmtpd of the distribution, keeping what it takes in a folder.</summary>
    private sealed class MailServer(Process process, DirectoryInfo folder, int port) : IAsyncDisposable
    {
        public MailSettings Settings { get; } = new("127.0.0.1", port, SecureSocketOptions.None, "", "", "offers@example.org");

        public static async Task<MailServer> Start()
        {
            using (var probe = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", "import aiosmtpd"]) { RedirectStandardError = true }))
            {
                await probe!.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.SkipUnless(probe.ExitCode == 0, "aiosmtpd is not installed; .ci/install-test-programs installs it.");
            }

            var (folder, port) = (Directory.CreateTempSubdirectory("pricing-mail-"), FreePort());
            var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(folder.FullName, "box")]) { RedirectStandardError = true })!;
            for (var i = 0; i < 100; i++)
            {
                try
                {
                    using var client = new TcpClient();
                    await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                    return new(process, folder, port);
                }
                catch (SocketException)
                {
                    await Task.Delay(100, TestContext.Current.CancellationToken);   // it is starting
                }
            }

            throw new InvalidOperationException("The mail server does not start.");
        }

        public IReadOnlyList<MimeMessage> Taken() =>
            [.. Directory.EnumerateFiles(Path.Combine(folder.FullName, "box", "new")).Select(file => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(File.ReadAllText(file, Encoding.Latin1)))))];

        public async ValueTask DisposeAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            folder.Delete(recursive: true);
        }
    }
}
