namespace TorchSharp.Modules;

/// <summary>The options of a parameter group. What is not set is the optimizer's.</summary>
public class OptimizerOptions
{
    /// <summary>The rate of the next step.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The rate that schedules start from.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>The further options, numbers and flags, in the order of the file.</summary>
    private protected virtual object?[] Values
    {
        get => [];
        set { }
    }

    /// <summary>Writes the options.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
        foreach (var value in Values)
        {
            if (value is bool flag)
            {
                writer.Write(flag);
            }
            else
            {
                writer.Write((double)value!);
            }
        }
    }

    /// <summary>Reads the options.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        Values = Array.ConvertAll(Values, value => value is bool ? (object)reader.ReadBoolean() : reader.ReadDouble());
    }

    /// <summary>Copies the options of another group.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
        Values = source.Values;
    }

    /// <summary>Sets what is not set yet.</summary>
    internal void Complete(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate!.Value;
        Values = [.. Values.Zip(defaults.Values, (value, fallback) => value ?? fallback)];
    }
}
