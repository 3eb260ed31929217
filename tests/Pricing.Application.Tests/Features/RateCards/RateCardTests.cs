using Pricing.Application.Errors;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.RateCards;
using Pricing.Application.Seeding;

namespace Pricing.Application.Tests.Features.RateCards;

public sealed class RateCardTests
{
    [Theory]
    [InlineData(UserRole.AccountLead, false)]
    [InlineData(UserRole.Auditor, false)]
    [InlineData(UserRole.Finance, true)]
    [InlineData(UserRole.Administrator, true)]
    public async Task Salaries_are_shown_to_finance_and_administrators_only(UserRole role, bool areShown)
    {
        await using var desk = await Desk.Open();
        var reader = Desk.Administrator with { Role = role };

        var one = await desk.Send(new GetRateCard(SeedIds.Of("rate-card", "STANDARD-2026")), reader);
        var listed = (await desk.Send(new ListRateCards(null, null, null, null, null), reader)).Items.SelectMany(card => card.Roles);

        Assert.All(one.Roles.Concat(listed), entry => Assert.True(entry.HourlyRate > 0));
        Assert.Equal(areShown, one.Roles.Concat(listed).Any(entry => entry.AnnualSalary is not null || entry.CostPerHour is not null || entry.OnCostRate is not null));
    }

    [Theory]
    [InlineData(UserRole.Finance)]
    [InlineData(UserRole.Administrator)]
    public async Task A_narrowed_key_sees_no_salary_whatever_its_role_and_replaces_no_card(UserRole role)
    {
        await using var desk = await Desk.Open();
        var narrowed = Desk.Administrator with { Role = role, Scopes = new HashSet<Right> { Right.ReadFigures, Right.WriteCatalogue } };
        var made = await desk.Send(Card("N", "Neu", new(2026, 1, 1), null), narrowed);

        var one = await desk.Send(new GetRateCard(SeedIds.Of("rate-card", "STANDARD-2026")), narrowed);
        var listed = (await desk.Send(new ListRateCards(null, null, null, null, null), narrowed)).Items.SelectMany(card => card.Roles);

        Assert.All(made.Roles.Concat(one.Roles).Concat(listed), entry => Assert.Equal((null, null, null), (entry.AnnualSalary, entry.OnCostRate, entry.CostPerHour)));
        var change = new ReviseRateCard { Id = made.Id, Code = "N", Name = "Anders", Currency = "EUR", ValidFrom = made.ValidFrom, Discount = 0, Realisation = 1, Source = "Test", Roles = Card("N", "Neu", new(2026, 1, 1), null).Roles };
        await Assert.ThrowsAsync<NotAllowedException>(() => desk.Send(change, narrowed));
        Assert.Equal("Anders", (await desk.Send(change)).Name);
    }

    [Theory]
    [InlineData("2026-12-31", "STANDARD 1")]
    [InlineData("2027-01-01", "STANDARD 2")]
    [InlineData("2027-06-30", "STANDARD 2")]
    [InlineData("2027-07-01", null)]
    [InlineData("2025-12-31", null)]
    public async Task On_a_day_holds_the_latest_card_that_has_begun_unless_it_has_ended(string day, string? name)
    {
        await using var desk = await Desk.Open();
        await desk.Send(Card("X", "STANDARD 1", new(2026, 1, 1), null));
        await desk.Send(Card("X", "STANDARD 2", new(2027, 1, 1), new(2027, 6, 30)));

        var cards = await desk.Send(new ListRateCards("standard ", null, DateOnly.Parse(day, null), null, null));

        Assert.Equal(name is null ? [] : [name], cards.Items.Where(card => card.Code == "X").Select(card => card.Name));
    }

    [Fact]
    public async Task Two_cards_of_a_code_do_not_start_on_one_day()
    {
        await using var desk = await Desk.Open();
        await desk.Send(Card("X", "A", new(2026, 1, 1), null));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => desk.Send(Card("X", "B", new(2026, 1, 1), null)));

        Assert.Equal("rate-card-exists", conflict.Code);
    }

    private static CreateRateCard Card(string code, string name, DateOnly from, DateOnly? to) => new()
    {
        Code = code,
        Name = name,
        Currency = "EUR",
        ValidFrom = from,
        ValidTo = to,
        Discount = 0,
        Realisation = 1,
        Source = "S",
        Roles = [new() { Code = "A", Title = "A", HourlyRate = 100, CostPerHour = 50 }],
    };
}
