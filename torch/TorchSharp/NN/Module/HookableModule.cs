namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls other functions before and after its own.</summary>
        /// <typeparam name="TPreHook">What is called before: it may replace the inputs.</typeparam>
        /// <typeparam name="TPostHook">What is called after: it may replace the result.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private protected readonly HookList<TPreHook> preHooks = new();
            private protected readonly HookList<TPostHook> postHooks = new();
            private readonly HookList<Action<Module>> modulePreHooks = new();
            private readonly HookList<Action<Module>> modulePostHooks = new();

            /// <summary>A module without any parts yet.</summary>
            protected HookableModule(string name)
                : base(name)
            {
            }

            /// <summary>Has a function called after every call of the module, with its inputs and its result.</summary>
            /// <returns>Removes the hook again.</returns>
            public HookRemover register_forward_hook(TPostHook hook) => new(this, postHooks.Add(hook));

            /// <summary>Has a function called before every call of the module, with its inputs.</summary>
            /// <returns>Removes the hook again.</returns>
            public HookRemover register_forward_pre_hook(TPreHook hook) => new(this, preHooks.Add(hook));

            /// <summary>Has a function called after every call of the module, with nothing but the module.</summary>
            /// <returns>Removes the hook again.</returns>
            public HookRemover register_forward_hook(Action<Module> hook) => new(this, modulePostHooks.Add(hook));

            /// <summary>Has a function called before every call of the module, with nothing but the module.</summary>
            /// <returns>Removes the hook again.</returns>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => new(this, modulePreHooks.Add(hook));

            private protected void CallModulePreHooks() => Call(modulePreHooks);

            private protected void CallModulePostHooks() => Call(modulePostHooks);

            private void Call(HookList<Action<Module>> hooks)
            {
                foreach (var hook in hooks.All)
                {
                    hook(this);
                }
            }

            private void Remove(string key)
            {
                preHooks.Remove(key);
                postHooks.Remove(key);
                modulePreHooks.Remove(key);
                modulePostHooks.Remove(key);
            }

            /// <summary>Removes one hook.</summary>
            /// <param name="module">The module that has the hook.</param>
            /// <param name="key">The hook's key.</param>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                /// <summary>Removes the hook; a second time it does nothing.</summary>
                public void remove() => module.Remove(key);
            }
        }

        /// <summary>
        /// Hooks in the order of registration. A hook may add and remove hooks while it runs, which holds from the next call on.
        /// </summary>
        internal sealed class HookList<THook>
        {
            private string[] keys = [];

            public THook[] All { get; private set; } = [];

            public string Add(THook hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = Guid.NewGuid().ToString();
                keys = [.. keys, key];
                All = [.. All, hook];
                return key;
            }

            public void Remove(string key)
            {
                var index = Array.IndexOf(keys, key);
                if (index >= 0)
                {
                    keys = [.. keys[..index], .. keys[(index + 1)..]];
                    All = [.. All[..index], .. All[(index + 1)..]];
                }
            }
        }
    }
}
