using Pricing.Documents.Pdf.Marked;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Documents.Workbook.Cells;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Workbook.Client;

/// <summary>The sheets that list what was agreed, without anything to calculate.</summary>
internal static class ClientLists
{
    // Cells do not grow with their text: the lines are counted here, and a row has 409 points at most.
    private const double LineHeight = 18;
    private const int LineLength = 110;
    private const int MostLines = 22;

    public static void Fill(ClientBook book)
    {
        Scope(book);
        Rights(book);
        Ai(book);
        Value(book);
        Terms(book);
    }

    private static void Scope(ClientBook book)
    {
        var (sheet, t, row) = (book.Scope, book.Content.Texts, 7);
        sheet.Width(18, 46, 12, 16, 60);
        foreach (var scope in book.Proposal.Options.Where(option => option.Deliverables.Count > 0).GroupBy(option => option.Scope))
        {
            sheet.Text(row, 2, scope.Key is { } name ? $"{book.Content.OptionNames(scope)}: {name}" : t["section.Scope"], Look.Title);
            sheet.Heights[row++] = 27;
            sheet.Heads(row++, 2, t["scope.phase"], t["scope.result"], ">" + t["scope.quantity"], t["scope.method"], t["scope.form"]);
            foreach (var deliverable in scope.First().Deliverables)
            {
                sheet.Text(row, 2, t[$"phase.{deliverable.Phase}"], Look.Data);
                sheet.Text(row, 3, deliverable.Name, wrapped: true);
                if (deliverable.Quantity is { } quantity)
                    sheet.Figure(row, 4, (double)quantity, Number.General);
                sheet.Text(row, 5, ScopeSection.Method(deliverable.Method, book.Content), Look.Data);
                sheet.Text(row++, 6, deliverable.Description ?? "", Look.Data, wrapped: true);
            }

            row += 2;
        }

        foreach (var text in book.Proposal.Terms?.Exclusions ?? [])
            Line(sheet, ref row, t["scope.exclusions"], text);
        foreach (var text in book.Proposal.Terms?.ClientDuties ?? [])
            Line(sheet, ref row, t["scope.duties"], text);
    }

    private static void Rights(ClientBook book)
    {
        var (sheet, t, row) = (book.Rights, book.Content.Texts, 7);
        sheet.Width(40, 18, 18, 18, 24, 16, 20);
        sheet.Heads(row++, 2, t["rights.result"], t["rights.type"], t["rights.territory"], t["rights.term"], t["rights.scope"], t["rights.protection"], ">" + t.Say("rights.renewal", book.Currency));
        foreach (var right in book.Proposal.Terms?.Rights ?? [])
        {
            var cells = RightsSection.Cells(book.Content, right);
            for (var i = 0; i < cells.Length; i++)
                sheet.Text(row, 2 + i, cells[i], i == 0 ? Look.Label : Look.Data, wrapped: true);
            if (right is { RenewalPrice: { } price, Protection: not ProtectionClass.NotProtected })
                sheet.Figure(row, 1 + cells.Length, (double)price, Number.Money);
            row++;
        }
    }

    private static void Ai(ClientBook book)
    {
        var (sheet, t, row) = (book.Ai, book.Content.Texts, 7);
        sheet.Width(40, 20, 16, 24, 12, 24, 16);
        if (book.Proposal.Terms?.Ai is not { } statement)
        {
            sheet.Heads(row++, 2, t["ai.result"], t["ai.use"], t["ai.model"], t["ai.reviewed"]);
            foreach (var use in book.Proposal.AiUses)
            {
                string[] cells = [use.Asset, t[$"ai.use.{use.Method}"], use.Model, t[use.HumanReview ? "yes" : "no"]];
                Row(sheet, row++, cells);
            }

            return;
        }

        sheet.Heads(row++, 2, t["ai.result"], t["ai.use"], t["ai.label"], t["statement.visible"], t["statement.credentials"], t["statement.reviewer"], t["statement.protection"]);
        foreach (var deliverable in statement.Deliverables)
        {
            Row(sheet, row++, [
                deliverable.Name, t[$"use.{deliverable.Use}"], t[deliverable.IsLabelled ? "yes" : "no"], deliverable.VisibleLabel ?? t["statement.noLabel"],
                t[deliverable.HasCredentials ? "yes" : "no"], deliverable.Reviewer ?? "\u2013", t[$"protection.{deliverable.Protection}"]]);
        }

        row++;
        sheet.Heads(row++, 2, t["statement.duty"], t["statement.article"], t["statement.from"], book.Texts["client.source"]);
        foreach (var duty in statement.Duties)
            Row(sheet, row++, [duty.Text, duty.Article, book.Content.Formats.ShortDate(duty.AppliesFrom), duty.Source]);
        row++;
        Line(sheet, ref row, t["statement.vendorStop"], statement.VendorStop);
    }

    private static void Value(ClientBook book)
    {
        var (sheet, t, proposal, row) = (book.Value, book.Content.Texts, book.Proposal, 7);
        var currency = proposal.Currency;
        sheet.Width(46, 18, 18, 14, 14, 14, 18, 40);
        sheet.Heads(row++, 2, t["drivers.name"], ">" + t.Say("drivers.firstMonth", book.Currency), ">" + t["drivers.retention"], ">" + book.Texts["head.months"], ">" + t["drivers.attribution"], ">" + t["drivers.confidence"], ">" + t.Say("drivers.counted", book.Currency), book.Texts["client.source"]);
        foreach (var driver in proposal.Value.Drivers)
        {
            sheet.Text(row, 2, driver.Name, wrapped: true);
            sheet.Figure(row, 3, (double)driver.FirstMonth.ToMinorUnit(currency), Number.Money);
            sheet.Figure(row, 4, (double)driver.MonthlyRetention, Number.Percent);
            sheet.Figure(row, 5, driver.Months, Number.Whole);
            sheet.Figure(row, 6, (double)driver.Attribution, Number.Percent);
            sheet.Figure(row, 7, (double)driver.Confidence, Number.Percent);
            sheet.Figure(row, 8, (double)driver.Counted.ToMinorUnit(currency), Number.Money);
            sheet.Text(row++, 9, string.Join(", ", new[] { driver.Source, driver.DataOwner }.OfType<string>()), Look.Data, wrapped: true);
        }

        var rounding = proposal.Value.Total.ToMinorUnit(currency) - proposal.Value.Drivers.Sum(driver => driver.Counted.ToMinorUnit(currency));
        if (rounding != 0 && proposal.Value.Drivers.Count > 0)
        {
            sheet.Text(row, 2, t["prices.rounding"]);
            sheet.Figure(row++, 8, (double)rounding, Number.Money);
        }

        sheet.Text(row, 2, t["assumptions.value"], Look.TotalLabel);
        sheet.Figure(row++, 8, (double)proposal.Value.Total.ToMinorUnit(currency), Number.Money, Look.Total);
        row++;
        Outcomes(book, ref row);
        if (proposal.Value.Kpis.Count == 0)
            return;
        row++;
        sheet.Heads(row++, 2, t["kpis.name"], ">" + t["kpis.baseline"], ">" + t["kpis.target"], book.Texts["head.unit"], t["kpis.owner"], book.Texts["client.definition"]);
        foreach (var kpi in proposal.Value.Kpis)
        {
            sheet.Text(row, 2, kpi.Name, wrapped: true);
            if (kpi.Baseline is { } baseline)
                sheet.Figure(row, 3, (double)baseline, Number.General);
            if (kpi.Target is { } target)
                sheet.Figure(row, 4, (double)target, Number.General);
            sheet.Text(row, 5, kpi.Unit ?? "", Look.Data);
            sheet.Text(row, 6, kpi.DataOwner ?? "", Look.Data, wrapped: true);
            sheet.Text(row++, 7, kpi.Definition ?? "", Look.Data, wrapped: true);
        }
    }

    // The fee of each option in each outcome.
    private static void Outcomes(ClientBook book, ref int row)
    {
        var (sheet, t, proposal) = (book.Value, book.Content.Texts, book.Proposal);
        sheet.Heads(row++, 2, [t["outcomes.name"], ">" + t["outcomes.probability"], ">" + t["outcomes.value"], .. proposal.Options.Select(option => ">" + book.Content.OptionName(option))]);
        foreach (var outcome in proposal.Value.Outcomes)
        {
            sheet.Text(row, 2, outcome.Name, wrapped: true);
            sheet.Figure(row, 3, (double)outcome.Probability, Number.Percent);
            sheet.Figure(row, 4, (double)(proposal.Value.Total * outcome.ValueMultiplier).ToMinorUnit(proposal.Currency), Number.Money);
            foreach (var (i, option) in proposal.Options.Index())
            {
                if (option.Outcomes.FirstOrDefault(own => own.Outcome == outcome.Name) is { } own)
                    sheet.Figure(row, 5 + i, (double)own.Fee.ToMinorUnit(proposal.Currency), Number.Money);
            }

            row++;
        }
    }

    private static void Terms(ClientBook book)
    {
        var (sheet, t, row) = (book.Terms, book.Content.Texts, 7);
        sheet.Width(32, 120);
        if (book.Proposal.Terms is not { } terms)
        {
            Line(sheet, ref row, t["assumptions.priceState"], AssumptionsSection.PriceState(book.Content));
            return;
        }

        Line(sheet, ref row, t["assumptions.priceState"], AssumptionsSection.PriceState(book.Content), wrapped: true);
        Line(sheet, ref row, t["summary.situation"], terms.Situation, wrapped: true);
        Line(sheet, ref row, t["contents.currency"], terms.Vat.Note, wrapped: true);
        foreach (var text in terms.Assumptions)
            Line(sheet, ref row, t["section.Assumptions"], text, wrapped: true);
        if (terms.KpiAnnex is { } annex)
        {
            Line(sheet, ref row, t["kpis.fee"], KpiSection.FeeMeasure(book.Content), wrapped: true);
            Line(sheet, ref row, t["kpis.window"], annex.Window, wrapped: true);
            Line(sheet, ref row, t["kpis.audit"], annex.AuditRight, wrapped: true);
            Line(sheet, ref row, t["kpis.dispute"], annex.DisputePath, wrapped: true);
        }

        foreach (var clause in terms.Clauses)
            Line(sheet, ref row, clause.Title, clause.Text, wrapped: true);
    }

    private static void Row(Sheet sheet, int row, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            sheet.Text(row, 2 + i, cells[i], i == 0 ? Look.Label : Look.Data, wrapped: true);
    }

    private static void Line(Sheet sheet, ref int row, string label, string? markdown, bool wrapped = false)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return;
        var words = MarkedText.Words(markdown);
        sheet.Text(row, 2, label);
        sheet.Text(row, 3, words, Look.Note, wrapped);
        if (wrapped)
            sheet.Heights[row] = LineHeight * Math.Clamp((words.Length + LineLength - 1) / LineLength, 1, MostLines);
        row++;
    }
}
