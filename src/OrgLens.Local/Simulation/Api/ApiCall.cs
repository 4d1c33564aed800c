using OrgLens.Local.Simulation.Estate;

namespace OrgLens.Local.Simulation.Api;

/// <summary>A call that is being answered: who asks whom, where, when and for what.</summary>
internal sealed class ApiCall
{
    /// <exception cref="ApiException">It brings a page token along that is none of ours.</exception>
    public ApiCall(SimulatedWorld world, ApiService service, ApiOperation operation, Caller caller, SimulatedAccount account, string region, ApiInput input)
    {
        World = world;
        Service = service;
        Operation = operation;
        Caller = caller;
        Account = account;
        Region = region;
        Input = input;
        Estate = account.Regions.Contains(region) ? new RegionEstate(world.Plan, account, region) : null;
        Token = PageToken.Read(operation, input, world.Clock.Now) ?? throw new ApiException(service.BadToken ?? service.BadInput, "The token that was specified is not valid.");
    }

    public SimulatedWorld World { get; }

    public ApiService Service { get; }

    public ApiOperation Operation { get; }

    public Caller Caller { get; }

    public SimulatedAccount Account { get; }

    public string Region { get; }

    public ApiInput Input { get; }

    /// <summary>What the account owns in the Region of the call; null where it owns nothing.</summary>
    public RegionEstate? Estate { get; }

    /// <summary>What the account owns where it has most.</summary>
    public RegionEstate Home => Account.Regions[0] == Region && Estate is { } here ? here : new RegionEstate(World.Plan, Account, Account.Regions[0]);

    /// <summary>Where the page begins that is asked for.</summary>
    public PageToken Token { get; }

    /// <summary>The instant that the answer is about.</summary>
    public DateTimeOffset Now => Token.At;

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The last whole day: what services do once a day, they did then.</summary>
    public DateOnly Yesterday => Today.AddDays(-1);

    /// <summary>The action that a policy would have to allow.</summary>
    public string Action => $"{Service.IamPrefix}:{Operation.Action ?? Operation.Name}";

    public ApiException BadInput(string message) => new(Service.BadInput, message);

    /// <summary>A text that the service insists on.</summary>
    public string Required(string name) => Input.Text(name) is { Length: > 0 } text
        ? text
        : throw BadInput($"1 validation error detected: Value null at '{name}' failed to satisfy constraint: Member must not be null");
}
