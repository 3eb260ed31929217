namespace Pricing.Application.Errors;

/// <summary>A fault of a request, at the member it names.</summary>
/// <param name="Pointer">JSON pointer of the member; empty for the whole body.</param>
/// <param name="Detail">What is wrong and what is allowed.</param>
public sealed record Fault(string Pointer, string Detail);

/// <summary>The request breaks a rule; every fault is listed.</summary>
public sealed class InvalidRequestException(IReadOnlyList<Fault> faults) : Exception("The request breaks a rule.")
{
    /// <summary>All faults at once.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults;
}

/// <summary>There is no such resource, or it belongs to another agency.</summary>
public sealed class NotFoundException(string kind, object id) : Exception($"There is no {kind} {id}.");

/// <summary>The resource is not in a state that allows this.</summary>
/// <param name="code">Code of the problem type.</param>
/// <param name="detail">What is wrong and what to do.</param>
public sealed class ConflictException(string code, string detail) : Exception(detail)
{
    /// <summary>Code of the problem type.</summary>
    public string Code { get; } = code;
}

/// <summary>What is asked for was there, and is no longer kept.</summary>
/// <param name="code">Code of the problem type.</param>
/// <param name="detail">What is gone and what to do.</param>
public sealed class GoneException(string code, string detail) : Exception(detail)
{
    /// <summary>Code of the problem type.</summary>
    public string Code { get; } = code;
}

/// <summary>The request is well-formed, but nothing can be made of it.</summary>
/// <param name="code">Code of the problem type.</param>
/// <param name="detail">What is wrong and what to do.</param>
public sealed class UnprocessableException(string code, string detail) : Exception(detail)
{
    /// <summary>Code of the problem type.</summary>
    public string Code { get; } = code;
}

/// <summary>Somebody else changed the resource since it was read.</summary>
/// <param name="currentVersion">The version it has now.</param>
public sealed class StaleVersionException(int currentVersion)
    : Exception("Someone else changed this in the meantime. Read it again and retry with its current ETag.")
{
    /// <summary>The version it has now.</summary>
    public int CurrentVersion { get; } = currentVersion;
}

/// <summary>What should only be created is there already.</summary>
/// <param name="what">What is there.</param>
/// <param name="currentVersion">The version it has now.</param>
public sealed class AlreadyKnownException(string what, int currentVersion) : Exception($"{what} Send its ETag as If-Match to replace it.")
{
    /// <summary>The version it has now.</summary>
    public int CurrentVersion { get; } = currentVersion;
}

/// <summary>The caller may use the route, but not for this.</summary>
/// <param name="detail">What is not allowed, and to whom it is.</param>
public sealed class NotAllowedException(string detail) : Exception(detail);

/// <summary>Others are writing; the request may be sent again.</summary>
public sealed class BusyException() : Exception("Another change holds the database for more than five seconds.");

/// <summary>A change does not say which version it is based on.</summary>
/// <param name="currentVersion">The version the resource has now.</param>
public sealed class MissingVersionException(int currentVersion)
    : Exception("Send the ETag of the version you read as If-Match, so that nobody's change is lost.")
{
    /// <summary>The version the resource has now.</summary>
    public int CurrentVersion { get; } = currentVersion;
}
