using Espalier.Runs;

namespace Espalier.Cli;

/// <summary>The folder of a sensitivity study: what it is in <c>study.txt</c>, its points in <c>sensitivity.jsonl</c>, a page in <c>report.html</c>.</summary>
internal static class StudyFolder
{
    /// <summary>Opens the folder of a study.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="study">What the study is, as text: it goes on only as the same.</param>
    /// <param name="resume">Whether it is to go on.</param>
    /// <returns>The file of points.</returns>
    /// <exception cref="RunException">The folder holds another study, or there is none to go on with.</exception>
    public static string Open(string folder, string study, bool resume)
    {
        var (description, points) = (Path.Combine(folder, "study.txt"), Path.Combine(folder, "sensitivity.jsonl"));
        if (File.Exists(description))
        {
            if (!resume)
            {
                throw new RunException($"{folder} holds a study. Go on with it with --resume, choose another folder with --output, or remove this one.");
            }

            if (File.ReadAllText(description) != study)
            {
                throw new RunException($"{folder} holds a study of another recipe, criterion or number of images. Choose another folder with --output.");
            }

            return points;
        }

        if (resume)
        {
            throw new RunException($"There is no study in {folder} that could be resumed. Name its folder with --output, or leave out --resume.");
        }

        RunFolder.CheckFree(folder);
        Directory.CreateDirectory(folder);
        RunFolder.Write(description, study);
        return points;
    }
}
