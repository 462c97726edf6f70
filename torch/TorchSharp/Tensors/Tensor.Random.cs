using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Random numbers written to a tensor or drawn by its elements.</content>
    public partial class Tensor
    {
        /// <summary>Fills with uniform numbers of [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Aten.CallInPlace("aten::uniform_", this, from, to, generator);

        /// <summary>Fills with normally distributed numbers.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Aten.CallInPlace("aten::normal_", this, mean, std, generator);

        /// <summary>Fills with numbers whose logarithms are normally distributed.</summary>
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Aten.CallInPlace("aten::log_normal_", this, mean, std, generator);

        /// <summary>Fills with exponentially distributed numbers.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            Aten.CallInPlace("aten::exponential_", this, lambda, generator);

        /// <summary>Fills with Cauchy distributed numbers.</summary>
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
            Aten.CallInPlace("aten::cauchy_", this, median, sigma, generator);

        /// <summary>Fills with geometrically distributed numbers from 1 on.</summary>
        public Tensor geometric_(double p, Generator? generator = null) => Aten.CallInPlace("aten::geometric_", this, p, generator);

        /// <summary>Fills with integers of [from, to).</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            Aten.CallInPlace("aten::random_.from", this, (long)from, (long)to, generator);

        /// <summary>Fills with ones of the probability p, and zeros.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Aten.CallInPlace("aten::bernoulli_.float", this, p, generator);

        /// <summary>Fills with ones of the probability at each place, and zeros.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => Aten.CallInPlace("aten::bernoulli_.Tensor", this, p, generator);

        /// <summary>Ones with the elements as their probabilities, and zeros.</summary>
        public Tensor bernoulli(Generator? generator = null) => Aten.Call("aten::bernoulli", this, generator);

        /// <summary>Indices drawn with the elements of each row as their weights.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Aten.Call("aten::multinomial", this, num_samples, replacement, generator);

        /// <summary>Poisson distributed numbers with the elements as their rates.</summary>
        public Tensor poisson(Generator? generator = null) => Aten.Call("aten::poisson", this, generator);

        /// <summary>Binomially distributed numbers with the elements as counts.</summary>
        public Tensor binomial(Tensor prob, Generator? generator = null) => Aten.Call("aten::binomial", this, prob, generator);
    }
}
