namespace Pricing.Application.Contract;

/// <summary>A sum over a list that has to be 1, known only if every term is.</summary>
internal sealed class Total
{
    private const decimal Tolerance = 1e-9m;

    private decimal sum;
    private int terms;
    private bool isComplete = true;

    public void Add(Sent<decimal> term) => Add(term, new(1, true));

    public void Add(Sent<decimal> factor, Sent<decimal> weight)
    {
        isComplete = isComplete && factor.IsRead && weight.IsRead;
        if (isComplete)
            sum += factor * weight;
        terms++;
    }

    /// <summary>Whether all terms are known and miss 1; an empty list is another fault.</summary>
    public bool Misses1 => isComplete && terms > 0 && Math.Abs(sum - 1) > Tolerance;

    public override string ToString() => Allowed.Text(sum);
}
