namespace Pricing.Api.RateLimits;

/// <summary>How many calls a minute takes, from the configuration.</summary>
/// <param name="Key">Of one API key or user; of one address, where nobody has signed in.</param>
/// <param name="Agency">Of all keys and users of an agency.</param>
/// <param name="FailedSignIns">Calls of one address with a credential that does not open.</param>
/// <param name="Pages">Calls of one address to the pages of clients.</param>
/// <param name="Hooks">Calls of one address to the hooks of CRMs.</param>
internal sealed record Quotas(int Key, int Agency, int FailedSignIns, int Pages, int Hooks)
{
    /// <summary>The configured quotas, or 6,000 and 30,000 calls, 20 failures, 600 pages and 6,000 calls of hooks.</summary>
    /// <exception cref="InvalidOperationException">A quota is below 1: nobody could call.</exception>
    public static Quotas From(IConfiguration configuration)
    {
        var section = configuration.GetSection("RateLimits");
        var quotas = new Quotas(
            section.GetValue("Key", 6_000), section.GetValue("Agency", 30_000), section.GetValue("FailedSignIns", 20), section.GetValue("Pages", 600), section.GetValue("Hooks", 6_000));
        return quotas is { Key: >= 1, Agency: >= 1, FailedSignIns: >= 1, Pages: >= 1, Hooks: >= 1 } ? quotas : throw new InvalidOperationException("RateLimits are calls per minute, each at least 1.");
    }
}
