using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pricing.Model.Comparisons;
using Pricing.Model.Costs;
using Pricing.Model.Quantities;
using Pricing.Model.Value;

namespace Pricing.Application.Contract;

/// <summary>Writes a comparison as the contract states it: money in the minor unit, other figures to twelve decimals.</summary>
public static class ComparisonWriter
{
    /// <summary>The answer to a comparison, as UTF-8 JSON.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="withRoleCosts">Whether to say what single roles cost, which tells their salaries; where not, those amounts are null.</param>
    public static ReadOnlyMemory<byte> Write(Comparison comparison, bool withRoleCosts = true)
    {
        // 200 bytes a line and 1,200 a structure: grown once at most for a usual document.
        var buffer = new ArrayBufferWriter<byte>(4096 + 200 * comparison.Cost.Lines.Count + 1200 * comparison.Structures.Count);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        new Pen(json, comparison, withRoleCosts).Write();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private readonly struct Pen(Utf8JsonWriter json, Comparison comparison, bool withRoleCosts)
    {
        private readonly Currency currency = comparison.Currency;

        // Adding it shows every amount with the decimals of the currency.
        private readonly decimal zero = new(0, 0, 0, false, (byte)comparison.Currency.Decimals);

        public void Write()
        {
            json.WriteStartObject();
            json.WriteString("currency"u8, currency.Code);
            WriteCost(comparison.Cost);
            WriteValue(comparison.Value);
            WriteRange(comparison.BargainingRange);
            json.WriteStartArray("structures"u8);
            foreach (var structure in comparison.Structures)
                WriteStructure(structure);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void WriteCost(CostModel cost)
        {
            json.WriteStartObject("cost"u8);
            Money("labour"u8, cost.Labour);
            Money("directLabour"u8, cost.DirectLabour);
            Money("plannedLabour"u8, cost.PlannedLabour);
            Money("ai"u8, cost.Ai);
            Money("thirdParty"u8, cost.ThirdParty);
            Money("artistSocialLevy"u8, cost.ArtistSocialLevy);
            Money("total"u8, cost.Total);
            Money("cardValue"u8, cost.CardValue);
            Figure("plannedHours"u8, cost.PlannedHours.Figure);
            Figure("expectedHours"u8, cost.ExpectedHours.Figure);
            json.WriteStartArray("byPhase"u8);
            foreach (var row in cost.ByPhase)
                WritePhase(row);
            json.WriteEndArray();
            json.WriteStartArray("byRole"u8);
            foreach (var row in cost.ByRole)
                WriteRole(row);
            json.WriteEndArray();
            json.WriteStartArray("lines"u8);
            foreach (var line in cost.Lines)
                WriteLine(line);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void WritePhase(PhaseCost row)
        {
            json.WriteStartObject();
            Code("phase"u8, Codes.Of(row.Phase));
            Figure("plannedHours"u8, row.PlannedHours.Figure);
            Figure("expectedHours"u8, row.ExpectedHours.Figure);
            Money("labour"u8, row.Labour);
            Money("ai"u8, row.Ai);
            Money("thirdParty"u8, row.ThirdParty);
            Money("artistSocialLevy"u8, row.ArtistSocialLevy);
            Money("total"u8, row.Total);
            json.WriteEndObject();
        }

        private void WriteRole(RoleCost row)
        {
            json.WriteStartObject();
            json.WriteString("role"u8, row.Role);
            Figure("plannedHours"u8, row.PlannedHours.Figure);
            Figure("expectedHours"u8, row.ExpectedHours.Figure);
            Money("labour"u8, withRoleCosts ? row.Labour : null);
            Money("cardValue"u8, row.CardValue);
            json.WriteEndObject();
        }

        private void WriteLine(CostLine line)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, line.Name);
            Code("phase"u8, Codes.Of(line.Phase));
            Code("kind"u8, Codes.Of(line.Kind));
            Code("role"u8, line.Role);
            Figure("plannedHours"u8, line.PlannedHours?.Figure);
            Figure("expectedHours"u8, line.ExpectedHours?.Figure);
            Money("amount"u8, withRoleCosts || line.Role is null ? line.Amount : null);
            json.WriteEndObject();
        }

        private void WriteValue(ValueModel value)
        {
            json.WriteStartObject("value"u8);
            Money("total"u8, value.Total);
            json.WriteStartArray("drivers"u8);
            foreach (var driver in value.Drivers)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, driver.Name);
                Money("presentValue"u8, driver.PresentValue);
                Money("counted"u8, driver.Counted);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void WriteRange(BargainingRange range)
        {
            json.WriteStartObject("bargainingRange"u8);
            Money("floor"u8, range.Floor);
            Money("ceiling"u8, range.Ceiling);
            Money("economicValueToCustomer"u8, range.EconomicValueToCustomer);
            Money("referencePrice"u8, range.ReferencePrice);
            Money("zopa"u8, range.Zopa);
            json.WriteBoolean("feasible"u8, range.Feasible);
            Figure("split"u8, comparison.Split);
            json.WriteEndObject();
        }

        private void WriteStructure(StructureComparison column)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, column.Structure.Type);
            Code("name"u8, column.Structure.Name);
            Money("expectedFee"u8, column.ExpectedFee);
            Money("listFee"u8, column.ListFee);
            Money("expectedCost"u8, column.ExpectedCost);
            Money("expectedProfit"u8, column.ExpectedProfit);
            Figure("profitMargin"u8, column.ProfitMargin);
            Money("adjustedGrossIncome"u8, column.AdjustedGrossIncome);
            Figure("deliveryMargin"u8, column.DeliveryMargin);
            Money("profitStandardDeviation"u8, column.ProfitStandardDeviation);
            Figure("lossProbability"u8, column.LossProbability);
            Money("profitCvar"u8, column.ProfitCvar);
            Money("certaintyEquivalent"u8, column.CertaintyEquivalent);
            Money("clientValue"u8, column.ClientValue);
            Money("clientSurplus"u8, column.ClientSurplus);
            Figure("clientRoi"u8, column.ClientRoi);
            Figure("clientLossProbability"u8, column.ClientLossProbability);
            Money("clientCvar"u8, column.ClientCvar);
            Money("surplusVersusAlternative"u8, column.SurplusVersusAlternative);
            Figure("paybackMonth"u8, column.PaybackMonth);
            Money("vat"u8, column.Vat);
            Money("gross"u8, column.Gross);
            Money("effectiveHourlyRate"u8, column.EffectiveHourlyRate);
            Code("rangePosition"u8, Codes.Of(column.RangePosition));
            json.WriteBoolean("feasible"u8, column.Feasible);
            if (column.Gap is { } gap)
                Money("gap"u8, gap);
            WriteParts(column);
            json.WriteEndObject();
        }

        private void WriteParts(StructureComparison column)
        {
            if (column.Parts is null)
            {
                // An infeasible combined structure has the member, and nothing in it.
                if (column.Structure is Model.Fees.Combined)
                    json.WriteNull("parts"u8);
                return;
            }

            json.WriteStartArray("parts"u8);
            foreach (var part in column.Parts)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, part.Structure.Type);
                Code("name"u8, part.Structure.Name);
                Money("expectedFee"u8, part.ExpectedFee);
                Money("expectedCost"u8, part.ExpectedCost);
                Money("expectedProfit"u8, part.ExpectedProfit);
                Figure("profitMargin"u8, part.ProfitMargin);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Money(ReadOnlySpan<byte> member, Money? amount)
        {
            if (amount is { } known)
                Number(member, known.ToMinorUnit(currency) + zero);
            else
                json.WriteNull(member);
        }

        private void Figure(ReadOnlySpan<byte> member, Figure? figure)
        {
            if (figure is { } known)
                Number(member, known.Shown);
            else
                json.WriteNull(member);
        }

        private void Number(ReadOnlySpan<byte> member, decimal number)
        {
            Span<byte> text = stackalloc byte[NumberText.Longest];
            json.WritePropertyName(member);
            json.WriteRawValue(text[..NumberText.Write(number, text)], skipInputValidation: true);
        }

        private void Code(ReadOnlySpan<byte> member, string? code)
        {
            if (code is null)
                json.WriteNull(member);
            else
                json.WriteString(member, code);
        }
    }
}
