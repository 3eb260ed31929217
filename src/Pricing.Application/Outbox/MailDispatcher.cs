using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;
using Pricing.Application.Persistence;

namespace Pricing.Application.Outbox;

/// <summary>Sends the mails that wait, one after the other, for as long as the service runs.</summary>
public sealed partial class MailDispatcher(IServiceScopeFactory scopes, MailSettings settings, TimeProvider time, ILogger<MailDispatcher> logger) : BackgroundService
{
    private const int AtOnce = 50, MostAttempts = 25;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2), Lease = TimeSpan.FromMinutes(2), Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => settings.IsOn ? Recurring.Every(Pace, time, Pass, LogFailedPass, stoppingToken) : Task.CompletedTask;

    /// <summary>Attempts what is due.</summary>
    public Task Pass(CancellationToken cancellationToken) => scopes.OnOneNode("mail", () => SendDue(cancellationToken), cancellationToken);

    private async Task SendDue(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<PricingDb>(), time.GetUtcNow());
        var due = await db.OutgoingMails.IgnoreQueryFilters().Where(mail => mail.State == MailState.Waiting && mail.DueAt <= now).OrderBy(mail => mail.DueAt).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var mail in due)
        {
            mail.Claim(time.GetUtcNow(), Lease);
            await db.SaveChangesAsync(CancellationToken.None);
            await Attempt(mail, cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private async Task Attempt(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await Send(mail, cancellationToken);
            mail.Done();
            LogSent(mail.Id, mail.Kind);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever it is counts as an attempt: a server may lack what the settings ask of it, and nobody would be told.
            // A mail that the server refuses for good, or that has no such address, is not sent again.
            var isFinal = e is ParseException or SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 } || mail.Attempts >= MostAttempts;
            mail.Fail(e.Message, isFinal ? null : time.GetUtcNow() + Backoff.After(mail.Attempts, asked: null));
            LogRefused(mail.Id, mail.Kind, mail.Attempts, e.GetType().Name);
        }
    }

    private async Task Send(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage { Subject = mail.Subject, MessageId = $"{mail.Id:N}@{new MailboxAddress("", settings.From).Domain}", Date = mail.CreatedAt, Body = new TextPart("plain") { Text = mail.Body ?? "" } };
        message.From.Add(new MailboxAddress(mail.FromName, settings.From));
        message.ReplyTo.Add(MailboxAddress.Parse(mail.ReplyTo));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security, patience.Token);
        if (settings.User.Length > 0)
            await client.AuthenticateAsync(settings.User, settings.Password, patience.Token);
        await client.SendAsync(message, patience.Token);
        await client.DisconnectAsync(quit: true, patience.Token);
    }

    [LoggerMessage(LogLevel.Information, "Mail {Id} ({Kind}) was taken by the mail server")]
    private partial void LogSent(Guid id, string kind);

    [LoggerMessage(LogLevel.Warning, "Mail {Id} ({Kind}) failed at attempt {Attempt}: {Error}")]
    private partial void LogRefused(Guid id, string kind, int attempt, string error);

    [LoggerMessage(LogLevel.Error, "Mails that wait could not be attended to")]
    private partial void LogFailedPass(Exception exception);
}
