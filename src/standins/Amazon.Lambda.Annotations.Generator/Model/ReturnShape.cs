namespace Amazon.Lambda.Annotations.Generator.Model;

internal enum ReturnShape
{
    Nothing,
    Task,
    TaskOfValue,
    Value,
}
