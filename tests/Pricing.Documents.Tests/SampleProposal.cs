using Pricing.Documents.Charts;
using Pricing.Model.Fees;
using Pricing.Model.Proposals;
using Pricing.Model.Quantities;

namespace Pricing.Documents.Tests;

/// <summary>The worked case of 120 short videos as its client sees it.</summary>
internal static class SampleProposal
{
    private static readonly Currency Euro = Currency.Of("EUR");

    // Outcome, probability and value multiplier of the worked case; its value is 514,790.54.
    private static readonly ClientOutcome[] Outcomes =
        [new("ohne Wirkung", 0.15m, 0), new("schwach", 0.25m, 0.6m), new("wie erwartet", 0.40m, 1), new("stark", 0.20m, 2.25m)];

    private static readonly Money Value = new(514_790.54m);
    private static readonly Money PassThrough = new(16_366.80m);

    public static ClientProposal German { get; } = new()
    {
        Title = "Social-Content-Kampagne, 120 Kurzvideos",
        Client = "Beispielmarke GmbH",
        Currency = Euro,
        VatRate = 0.19m,
        ArtistSocialLevyRate = 0.049m,
        ExchangeRates = [new("USD", 0.92m, new(2026, 1, 15))],
        AiUses =
        [
            new("KI-Video", 96, ProductionMethod.Ai, "video-generation", true), new("KI-Video", 96, ProductionMethod.Ai, "voice-generation", false),
            new("Hybrid-Video", 18, ProductionMethod.Hybrid, "video-generation", true),
        ],
        IncludedRounds = 2,
        Options =
        [
            Sure("A", "Wertbasiertes Honorar", new ValueBased(0.30m, 0.05m), 165_893.92m, 31_519.84m, 348_896.62m, -165_893.92m),
            new("B", "Grundhonorar und Erfolgsanteil", ClientTerms.Of(new Performance(80_000, 0.08m, 95_000, 150_000)), true,
                new(135_267.58m), 135_267.58m, 25_700.84m, 160_968.42m, new(111_366.80m), new(166_366.80m),
                [
                    new("ohne Wirkung", 0.15m, Money.Zero, new(111_366.80m)), new("schwach", 0.25m, new(308_874.324m), new(121_076.74592m)),
                    new("wie erwartet", 0.40m, Value, new(137_550.0432m)), new("stark", 0.20m, new(1_158_278.715m), new(166_366.80m)),
                ],
                new(379_522.96m), new(-111_366.80m), 2, PassThrough)
            {
                SuccessSpan = new(Money.Zero, new(55_000)),
                Deliverables =
                [
                    new(Phase.Strategy, "Kampagnenstrategie mit KPI-Rahmen", null, ProductionMethod.Classic, "Dokument, Freigabe schriftlich", new(2026, 12, 1), new(2026, 12, 24), false),
                    new(Phase.Ideation, "Kampagnenideen", null, ProductionMethod.Classic, "Routen, eine wird gewählt", new(2026, 12, 15), new(2027, 1, 20), false),
                    new(Phase.Production, "KI-Video", 96, ProductionMethod.Ai, "9:16, 20 s, mit Stimme", new(2027, 1, 11), new(2027, 3, 31), true),
                    new(Phase.Production, "Hybrid-Video", 18, ProductionMethod.Hybrid, "9:16, 20 s, Realdreh und KI", new(2027, 1, 11), new(2027, 3, 31), true),
                    new(Phase.Production, "Klassisches Video", 6, ProductionMethod.Classic, "9:16 und 16:9, 20 s", new(2027, 1, 11), new(2027, 3, 31), false),
                    new(Phase.Production, "Pipeline und Markenmodell", null, ProductionMethod.Ai, "trainiert auf Ihrem Material", null, null, false),
                    new(Phase.Production, "Produktionsleitung", null, ProductionMethod.Classic, "wöchentlicher Stand", null, null, false),
                ],
                Lines =
                [
                    new(PriceGroup.Service, PriceKind.BaseFee, null, null, null, new(95_000)),
                    new(PriceGroup.ThirdParty, PriceKind.ThirdParty, "Freie Kamera, Hybrid-Videos", 18, new(350), new(6_300)),
                    new(PriceGroup.ThirdParty, PriceKind.ThirdParty, "Freie Kamera und Team, klassische Videos", 6, new(1_150), new(6_900)),
                    new(PriceGroup.ThirdParty, PriceKind.ThirdParty, "Studio und Technik", 6, new(420), new(2_520)),
                    new(PriceGroup.ThirdParty, PriceKind.ArtistSocialLevy, null, null, null, new(646.80m)),
                    new(PriceGroup.Success, PriceKind.Success, null, null, null, new(23_900.78m)),
                ],
            },
            Sure("C", "Festpreis", new Fixed(0.08m, 0.20m, 0.10m, 0.10m), 133_530.06m, 25_370.71m, 381_260.48m, -133_530.06m),
        ],
        Alternatives =
        [
            Sure(null, "Preisliste je Video", new PerUnit([new("KI-Video", 96, 890), new("Hybrid-Video", 18, 1950), new("Klassisches Video", 6, 3600)], 0.1m), 160_078.80m, 30_414.97m, 354_711.74m, -160_078.80m),
            Sure(null, "Content-Abonnement", new Subscription(15_000, 9_800, 12), 148_966.80m, 28_303.69m, 365_823.74m, -148_966.80m),
            Sure(null, "Retainer, vier Monate", new Retainer(4, 240, 0.05m, null, 0.1m, 0.1m), 126_740.46m, 24_080.69m, 388_050.08m, -128_737.13m),
            Sure(null, "Zeithonorar", new Hourly(0.1m, 0.1m), 121_956.33m, 23_171.70m, 392_834.21m, -125_758.04m),
        ],
        Value = new(
            Value, 0.09m,
            [
                new("Zusätzlicher Rohertrag", new(270_000), 0.88m, 12, 0, 0.35m, 0.80m, new(476_028.12m), "Workshop", "Marketing-Controlling"),
                new("Drei Wochen früher am Markt", new(40_000), 1, 1, 0, 1, 0.70m, new(27_791.56m), "Workshop", null),
                new("Wiederverwendbares Markenmodell", new(20_000), 1, 1, 11, 1, 0.60m, new(10_970.86m), null, null),
            ],
            Outcomes,
            [.. Benefit()],
            [new("Abverkauf", 0.6m, "Stück", "Kassenabverkauf der Reihe, Mittel der letzten zwölf Monate", 41_000, 47_000, "Vertrieb"), new("Markenbekanntheit", 0.4m, "%", null, 31, 36, null)]),
        TailProbability = 0.10m,
    };

    public static ProposalIdentity Identity { get; } = new()
    {
        Agency = "Musteragentur",
        LegalName = "Musteragentur GmbH",
        Address = "Beispielweg 10, 20000 Musterstadt",
        Contact = "Erika Muster",
        ContactFunction = "Kundenberatung",
        ClientContact = "Max Beispiel",
        ClientContactFunction = "Leitung Marke",
        ClientAddress = "Musterstraße 1, 20000 Musterstadt",
        Number = "2026\u20110147",
        Version = 2,
        Date = new(2026, 11, 25),
        ValidUntil = new(2026, 12, 23),
        TimeZone = "Europe/Berlin",
        ContentHash = "b553db4db2d30f1e7c41537169744e715e4e3f540c5ee4d754d35b4dbffd4209",
        CheckAddress = "angebote.musteragentur.example/v",
    };

    /// <summary>The worked case's internal figures, without the structures that need no drawing of their own.</summary>
    public static ComparisonChartData Chart { get; } = new()
    {
        Case = "Fall A, 120 Kurzvideos",
        Currency = "EUR",
        Value = 514_790.54m,
        Floor = 115_271.71m,
        Ceiling = 446_479.05m,
        CostStates = 3,
        OutcomeStates = 4,
        Rows =
        [
            Row("Zeithonorar", 121_956.33m, 0), Row("Festpreis", 133_530.06m, 0), Row("Kosten plus 18 %", 127_239.20m, 0),
            Row("Wertbasiertes Honorar", 165_893.92m, 0), Row("Basis und Bonus", 141_575.47m, 0.03m), Row("Retainer, vier Monate", 126_740.46m, 0),
            Row("Preisliste je Video", 160_078.80m, 0), Row("Grundhonorar und Erfolgsanteil", 135_267.58m, 0.08m),
            Row("Content-Abonnement", 148_966.80m, 0), Row("Geteilte Einsparung", 126_195.88m, 0), Row("Ideenlizenz", 131_766.46m, 0), Row("Medienprovision 15 %", 121_366.80m, 0.20m),
        ],
    };

    public static ComparisonChartRow Row(string name, decimal fee, decimal lossProbability, decimal cost = 110_326.46m) =>
        new(name, fee, cost, fee - cost, 514_790.54m - fee, lossProbability);

    /// <summary>The same offer with one price list in another currency.</summary>
    public static ClientProposal In(string code, IReadOnlyList<PriceLine> lines)
    {
        var currency = Currency.Of(code);
        var fee = Money.Sum([.. lines.Select(line => line.Amount)]);
        var net = fee.ToMinorUnit(currency);
        var vat = Tax.ToMinorUnit(0.19m, net, currency);
        var option = German.Options[2] with
        {
            Letter = "A",
            IsRecommended = true,
            ExpectedFee = fee,
            Net = net,
            Vat = vat,
            Gross = net + vat,
            LowestFee = fee,
            HighestFee = fee,
            Outcomes = [.. Outcomes.Select(outcome => new OutcomeFee(outcome.Name, outcome.Probability, Value * outcome.ValueMultiplier, fee))],
            ClientSurplus = Value - fee,
            PassThrough = Money.Zero,
        };
        return German with { Currency = currency, Options = [option with { Lines = lines }], Alternatives = [], ExchangeRates = [] };
    }

    private static FeeOption Sure(string? letter, string name, FeeStructure terms, decimal fee, decimal vat, decimal surplus, decimal worst) =>
        new(letter, name, ClientTerms.Of(terms), false, new(fee), fee, vat, fee + vat, new(fee), new(fee),
            [.. Outcomes.Select(outcome => new OutcomeFee(outcome.Name, outcome.Probability, Value * outcome.ValueMultiplier, new(fee)))],
            new(surplus), new(worst), 2, PassThrough);

    // Expected benefit: 270,000 falling by 12 % a month, of which 35 % × 80 % count, and the two one-off drivers.
    private static IEnumerable<Money> Benefit()
    {
        var (month, sum) = (270_000m * 0.28m, 0m);
        for (var i = 1; i <= 12; i++)
        {
            sum += month + (i == 1 ? 28_000 : i == 12 ? 12_000 : 0);
            month *= 0.88m;
            yield return new(sum);
        }
    }
}
