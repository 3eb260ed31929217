namespace Pricing.Application.Features;

/// <summary>A stored resource as it is read; its version is its ETag.</summary>
public interface IVersioned
{
    /// <summary>Id of the resource.</summary>
    Guid Id { get; }

    /// <summary>Counts changes.</summary>
    int Version { get; }
}
