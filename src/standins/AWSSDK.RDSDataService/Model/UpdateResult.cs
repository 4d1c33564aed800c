namespace Amazon.RDSDataService.Model;

public class UpdateResult
{
    public List<Field> GeneratedFields { get; set; }
}
